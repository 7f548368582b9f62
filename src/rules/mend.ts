import { Words } from '../syntax/apache-words.ts';
import type { Span, Where } from '../text/source.ts';
import type { Edit } from './rule.ts';

/** Edits for a directive that stands at `where`; undefined where nothing is certain. */
export type Mend = (where: Where) => Edit[] | undefined;

/** The directive as written on its one line; null where it is joined of several, or no longer at hand. */
export function line(where: Where | null): { readonly span: Span; readonly text: string } | null {
  if (!where || !('source' in where)) return null;
  const text = where.source.text.slice(where.start, where.end);
  return text === '' || /[\n\r]/.test(text) ? null : { span: where, text };
}

/** The directive as written; empty where it is not on one line. */
export function textAt(where: Where | null): string {
  return line(where)?.text ?? '';
}

/** An edit within a line. */
export function edit({ source, start }: Span, from: number, to: number, text: string): Edit {
  return { where: { source, start: start + from, end: start + to }, text };
}

/** Names of a server's directives that a name is most likely a misspelling of; none where it is one itself. */
export type Meanings = (name: string) => readonly string[];

/** The name of the directive that a line holds; empty: it holds none. */
function nameIn(text: string): string {
  return /^[^\s;{]*/.exec(text)![0];
}

function meantNames(where: Where | null, meanings: Meanings): readonly string[] {
  const name = nameIn(textAt(where));
  return name === '' ? [] : meanings(name);
}

/** `write NAME`, where the directive is most likely meant as another. */
export function meantAs(where: Where | null, meanings: Meanings): string | null {
  const names = meantNames(where, meanings);
  return names.length > 0 ? `write ${names.slice(0, 3).join(' or ')}` : null;
}

/** The name of a directive as it is most likely meant, where no other is as near; sections have two names to mend. */
export function renameTo(meanings: Meanings): Mend {
  return (where) => {
    const at = line(where);
    const [name, ...others] = meantNames(where, meanings);
    if (!at || !name || others.length > 0 || /^</.test(at.text)) return undefined;
    return [edit(at.span, 0, nameIn(at.text).length, name)];
  };
}

/** The first of several mends that is certain. */
export function firstOf(...mends: readonly Mend[]): Mend {
  return (where) => {
    for (const mend of mends) {
      const edits = mend(where);
      if (edits) return edits;
    }
    return undefined;
  };
}

/** A word of a line with where it stands in it. */
export interface Word {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** The words of a line, taken apart as httpd does. */
export function wordsOf(text: string): Word[] {
  const words = new Words(text, 0, text.length);
  const list: Word[] = [];
  while (words.next()) list.push({ value: words.value, start: words.start, end: words.end, quote: words.quote });
  return list;
}

/** A comment at the end of the line goes to a line of its own above it, where httpd takes it for one. */
export const moveComment: Mend = (where) => {
  const at = line(where);
  const words = at ? wordsOf(at.text) : [];
  const first = words.findIndex(({ value, quote }, index) => index > 0 && quote === '' && value.startsWith('#'));
  if (!at || first < 0) return undefined;
  const { source, start } = at.span;
  const indent = indentAt(at.span);
  if (indent === null) return undefined;
  const begin = start - indent.length;
  const comment = at.text.slice(words[first]!.start).trimEnd();
  return [
    { where: { source, start: begin, end: begin }, text: `${indent}${comment}${lineEnd(source.text, start)}` },
    edit(at.span, words[first - 1]!.end, at.text.length, ''),
  ];
};

/** The blanks before a place in its line; null: something else stands there. */
function indentAt({ source, start }: Span): string | null {
  const before = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(before) ? before : null;
}

/** The line end that the file has at an offset. */
function lineEnd(text: string, at: number): string {
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.lastIndexOf('\n') : next;
  return end > 0 && text.charCodeAt(end - 1) === 13 ? '\r\n' : '\n';
}

/** UTF-8 of curly double quotes, and of no-break spaces, as bytes. */
const doubleQuotes = /\xe2\x80[\x9c-\x9f]/g;
const blanks = /\xc2\xa0|\xe2\x80\xaf/g;

/** Quotes and blanks of a text processor become plain ones, where they stand outside plain quotes. */
export const plainMarks: Mend = (where) => {
  const at = line(where);
  if (!at || /["'`]/.test(at.text) || (at.text.match(doubleQuotes)?.length ?? 0) % 2 === 1) return undefined;
  const edits = [...at.text.matchAll(doubleQuotes), ...at.text.matchAll(blanks)].map(({ index, 0: mark }) =>
    edit(at.span, index, index + mark.length, mark.startsWith('\xe2\x80') && mark !== '\xe2\x80\xaf' ? '"' : ' '),
  );
  return edits.length > 0 ? edits : undefined;
};

/** Directives whose one value is text for people: several words can only be meant as one. */
const textValues: ReadonlySet<string> = new Set(['authname', 'auth_basic']);

/** A realm of several words gets quotes around it. */
export const quoteValue: Mend = (where) => {
  const at = line(where);
  const [name, ...values] = at ? wordsOf(at.text.replace(/[;\s]+$/, '')) : [];
  if (!at || !name || values.length < 2 || !textValues.has(name.value.toLowerCase())) return undefined;
  if (/["'\\#$;{}]/.test(at.text.replace(/;\s*$/, ''))) return undefined;
  return [
    edit(at.span, values[0]!.start, values[0]!.start, '"'),
    edit(at.span, values.at(-1)!.end, values.at(-1)!.end, '"'),
  ];
};

/** A line after the one at `where`, indented like it. */
export function lineAfter(where: Where, added: string): Edit[] | undefined {
  const at = line(where);
  if (!at) return undefined;
  const { source, start, end } = at.span;
  const indent = indentAt(at.span);
  if (indent === null) return undefined;
  return [{ where: { source, start: end, end }, text: `${lineEnd(source.text, start)}${indent}${added}` }];
}

/** Takes a directive out with its line; null where the line holds something else too. */
export function dropLine({ source, start, end }: Span): Edit | null {
  const { text } = source;
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const last = next < 0 ? text.length : next + 1;
  if (`${text.slice(first, start)}${text.slice(end, last)}`.trim() !== '') return null;
  return { where: { source, start: first, end: last }, text: '' };
}
