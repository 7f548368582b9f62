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

const known = new WeakMap<Source, readonly number[]>();

/** Numbers of the lines that were pasted in, worked out once a source. */
function pastedLines(source: Source): readonly number[] {
  let lines = known.get(source);
  if (!lines) {
    lines = [...pastedIn(source)].map(({ start }) => source.lineOf(start));
    known.set(source, lines);
  }
  return lines;
}

/** Whether a complaint stands on such a line or just after it, where a reader notices. */
export function isPasted(where: Where): boolean {
  if (!('source' in where)) return false;
  const lines = pastedLines(where.source);
  if (lines.length === 0) return false;
  const line = where.source.lineOf(where.start);
  return lines.some((pasted) => line >= pasted && line <= pasted + 2);
}
