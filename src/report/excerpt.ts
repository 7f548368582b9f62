import { decode } from '../text/bytes.ts';
import { coverHashes, harmless } from '../text/printable.ts';
import type { Where } from '../text/source.ts';
import { coverSecrets } from './secrets.ts';

/** Characters of a line that are looked at; longer ones are cut. */
const lineLimit = 4096;

/**
 * The line of a span in three harmless pieces: before it, the span itself, and after it, at most `width` characters
 * with an ellipsis where something is left out. Null where there is no source at hand.
 */
export function excerptOf(where: Where | null, width = 110): [before: string, marked: string, after: string] | null {
  if (!where || !('source' in where)) return null;
  const { source, start, end } = where;
  // the text's own line, not the one that it is shown as
  const { line, column } = source.position(start);
  const stop = source.position(Math.max(start, end));
  const text = coverSecrets(coverHashes(decode(source.line(line).slice(0, lineLimit))));
  const from = column - 1 > width - 30 ? column - 1 - Math.floor(width / 3) : 0;
  const last = stop.line === line ? Math.max(stop.column - 1, column) : text.length;
  const cut = Math.min(last, from + width);
  const shown = (a: string): string => harmless(a.replaceAll('\t', ' '));
  const rest = text.slice(cut, from + width);
  return [
    `${from > 0 ? '…' : ''}${shown(text.slice(from, column - 1))}`,
    shown(text.slice(column - 1, cut)) || ' ',
    `${shown(rest)}${text.length > from + width ? '…' : ''}`,
  ];
}
