import type { ServerName } from '../../../src/predict/answer.ts';
import type { Seeded } from '../seeded.ts';
import { dull } from './draft.ts';

/** A slip that no tree shows. */
export function slipped(server: ServerName, random: Seeded, text: string): string {
  const lines = text.split('\n');
  const lively = lines
    .map((line, at) => [line, at] as const)
    .filter(([line]) => line.trim() !== '' && !dull.test(line.trim()));
  if (lively.length === 0) return text;
  const [line, at] = random.pick(lively);
  const put = (other: string): string => [...lines.slice(0, at), other, ...lines.slice(at + 1)].join('\n');
  switch (random.below(server === 'apache' ? 10 : 9)) {
    case 0:
      return put(`${line} # note`);
    case 1:
      return put(line.replace(/[;>]\s*$/, ''));
    case 2:
      return text.replaceAll('\n', '\r\n');
    case 3:
      return put(line.replace(/ (?=\S+$)/, '\t\t'));
    case 4:
      return put(`${line}\r`);
    case 5:
      return `\u{feff}${text}`;
    case 6:
      return put(line.replace(/(?<=\S) (?=\S)/, '\u{a0}'));
    case 7:
      return put(`${line};`);
    case 8:
      return put(`#${line}`);
    default:
      return put(`${line} \\`);
  }
}
