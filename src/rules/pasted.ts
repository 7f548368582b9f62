import { oncePer } from '../once.ts';
import type { Source, Span, Where } from '../text/source.ts';

const label = /^[ \t]*(?:(?:Enter|Exit) fullscreen mode[ \t]*)+\r?$/gm;

/** Lines that hold nothing but the button labels of a web page's code box. */
export function* pastedIn(source: Source): Iterable<Span> {
  if (!source.text.includes(' fullscreen mode')) return;
  for (const match of source.text.matchAll(label)) {
    const start = match.index + match[0].search(/\S/);
    yield { source, start, end: match.index + match[0].trimEnd().length };
  }
}

/** Numbers of the lines that were pasted in. */
const pastedLines = oncePer((source: Source) => [...pastedIn(source)].map(({ start }) => source.lineOf(start)));

/** Whether a complaint stands on such a line or just after it, where a reader notices. */
export function isPasted(where: Where): boolean {
  if (!('source' in where)) return false;
  const { source, start } = where;
  return pastedLines(source).some((pasted) => source.lineOf(start) >= pasted && source.lineOf(start) <= pasted + 2);
}
