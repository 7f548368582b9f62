import { type Absence, absent, type FileHost } from '../host/host.ts';
import { type ApacheLine, apacheLine, stretchOf } from '../syntax/passwords-apache.ts';
import { LineCursor } from '../syntax/passwords-cursor.ts';
import { sealedHead, sealOf } from '../syntax/passwords-sealed.ts';
import { unreadableStart } from './encoding.ts';
import { type FileAudit, Notes, type PasswordProblem, type Server, type Spot } from './problems.ts';

const apache: readonly Server[] = ['apache'];

/** Says what is wrong with bytes `start` to `end` of a line as httpd takes it, which refuses it for that. */
export type Say = (problem: Pick<PasswordProblem, 'code' | 'message' | 'help'>, start: number, end: number) => void;

/** Bytes `start` to `end` of a line's text as they are shown: as far as they stand in one line of the file. */
export function spotOf(line: ApacheLine, start: number, end: number): Spot {
  const { line: number, column, length } = stretchOf(line, start, end);
  // the bytes before it in its line, of which columns are counted
  const before = line.text.slice(start - Math.min(start, column), start).padStart(column);
  const text = before + line.text.slice(start, start + length);
  return { line: number, text, start: column, end: column + length };
}

/**
 * Audits a file that httpd alone reads, line by line as httpd does: backslashes join lines, blanks at the ends and
 * comments are left out. `each` gets the text and says what is wrong with it.
 */
export function auditApacheLines(
  host: FileHost,
  path: string,
  { bufferSize, empty }: { readonly bufferSize?: number; readonly empty: string },
  each: (line: ApacheLine, say: Say, notes: Notes) => void,
): FileAudit | Absence {
  const start = host.text(path, sealedHead);
  if (absent(start)) return start;
  const notes = new Notes(host.display(path), host.inset(path));
  const result = (): FileAudit => ({
    path,
    display: notes.display,
    inset: notes.inset,
    servers: apache,
    problems: notes.result(),
    totals: notes.totals,
  });
  if (sealOf(start.text) !== null || unreadableStart(notes, start.text, apache)) return result();
  const cursor = LineCursor.open(host, path);
  if (absent(cursor)) return cursor;
  let entries = 0;
  try {
    for (let line = apacheLine(cursor, bufferSize); line !== null; line = apacheLine(cursor, bufferSize)) {
      const { text } = line;
      if (text === '' || text.charCodeAt(0) === 35) continue;
      entries++;
      each(line, (problem, from, to) => notes.add(spotOf(line, from, to), { ...problem, fatal: apache }), notes);
    }
  } finally {
    cursor.close();
  }
  if (entries === 0)
    notes.add(
      { line: 1, text: '', start: 0, end: 0 },
      { code: 'empty-file', message: empty, help: 'add an entry, or name another file', fatal: apache },
    );
  return result();
}
