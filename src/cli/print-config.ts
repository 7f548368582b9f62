import path from 'node:path';
import { metas } from '../rules/index.ts';
import { harmless } from '../text/printable.ts';
import { settle } from './settings.ts';
import { UsageError, type Values } from './usage.ts';

/** `authlint print-config [FILE]`: the settings in effect as JSON, with the level of each rule for findings in FILE. */
export async function printConfig(operands: readonly string[], options: Values): Promise<number> {
  if (operands.length > 1) throw new UsageError('print-config takes one file at most');
  const { values, choice, ruling, file, paths } = await settle([], options);
  const name = operands[0] ?? '.';
  const levels = metas.map((meta) => {
    const level = ruling.applies(meta) ? ruling.level(meta, name) : 'absent';
    return [meta.id, level === 'absent' ? 'off' : (level ?? meta.severity)];
  });
  const shown = {
    file: file && path.relative(process.cwd(), file).split(path.sep).join('/'),
    extends: choice.preset,
    failOn: values['fail-on'] ?? 'error',
    paths,
    root: values.root ?? null,
    maps: values.map ?? [],
    platform: values.platform ?? 'glibc',
    baseline: values.baseline ?? null,
    inlineConfig: choice.comments,
    ignored: operands.length > 0 && choice.ignored(name),
    rules: Object.fromEntries(levels),
  };
  process.stdout.write(`${harmless(JSON.stringify(shown, null, 2)).replaceAll('\\n', '\n')}\n`);
  return 0;
}
