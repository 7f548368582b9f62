import type { Edit, Strip } from '../rules/rule.ts';
import { decode } from '../text/bytes.ts';
import { locate, Source } from '../text/source.ts';

/** An edit in bytes of one text. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A text (bytes) with edits made, each of them wholly or, where it cannot be, the text as it was: null. Two edits may
 * not touch the same bytes, nor insert at the same place, unless they are the same.
 */
export function edited(text: string, edits: readonly Edit[]): string | null {
  const changes: Change[] = [];
  for (const edit of edits) {
    const own = changesOf(text, edit);
    if (own === null) return null;
    changes.push(...own);
  }
  changes.sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  for (const [index, change] of changes.entries()) {
    const before = changes[index - 1];
    if (before && before.start === change.start && before.end === change.end && before.text === change.text) continue;
    if (change.start < at || (before && before.start === change.start)) return null;
    out += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return out + text.slice(at);
}

function changesOf(text: string, edit: Edit): Change[] | null {
  const { where } = edit;
  if ('strip' in edit) return stripped(text, edit.strip, locate(where).line);
  if ('source' in where) {
    // made of another text than this one
    if (where.source.text !== text) return null;
    return [{ start: where.start, end: where.end, text: edit.text }];
  }
  const source = new Source('', text);
  if (where.line < 1 || where.line > source.lineCount) return null;
  const line = source.line(where.line);
  const first = source.startOf(where.line);
  const start = first + bytesBefore(line, where.column);
  return [{ start, end: Math.max(start, first + bytesBefore(line, where.endColumn)), text: edit.text }];
}

function stripped(text: string, what: Strip, number: number): Change[] | null {
  if (what === 'byte-order-mark') return text.startsWith('\xef\xbb\xbf') ? [{ start: 0, end: 3, text: '' }] : null;
  if (what === 'line-ends') return cuts(text, 0, /\r(?=\n|$)/g);
  const source = new Source('', text);
  const line = source.line(number);
  const entry = what === 'blanks' ? /^[ \t]+|[ \t]+(?=:)|(?<=:)[ \t]+|[ \t]+$/g : quotesOf(line);
  return entry && cuts(line, source.startOf(number), entry);
}

/** Quotes around a whole entry, or around its hash; null where they are not in pairs. */
function quotesOf(line: string): RegExp | null {
  if (/^(["'])[^"':]+:[^"']+\1$/.test(line)) return /^["']|["']$/g;
  return /^[^"':]+:(["'])[^"']+\1$/.test(line) ? /(?<=:)["']|["']$/g : null;
}

function cuts(text: string, offset: number, what: RegExp): Change[] {
  return [...text.matchAll(what)].map(({ index, 0: cut }) => ({
    start: offset + index,
    end: offset + index + cut.length,
    text: '',
  }));
}

/** Bytes of a line before a column (from 1, in characters as people count them). */
function bytesBefore(line: string, column: number): number {
  const text = decode(line);
  const before = text.slice(0, column - 1);
  return text === line ? before.length : Buffer.byteLength(before, 'utf8');
}
