import type { LineCursor } from './passwords-cursor.ts';

/** MAX_STRING_LEN of httpd.h: the buffer into which mod_authn_file reads a line. */
const lineBuffer = 8192;

export interface ApacheLine {
  readonly text: string;
  /** Physical line (from 1) on which it begins, and the bytes of that line before its first character. */
  readonly line: number;
  readonly column: number;
}

/**
 * The next line as ap_cfg_getline (server/util.c) gives it: lines that end in a backslash joined, cut at a NUL,
 * blanks taken off both ends. Null at the end of the file, which a line that overfills the buffer also is.
 */
export function apacheLine(cursor: LineCursor, bufferSize = lineBuffer): ApacheLine | null {
  let kept = '';
  let line = 0;
  let column = 0;
  for (;;) {
    const piece = cursor.gets(bufferSize - 1 - kept.length);
    if (line === 0) {
      line = cursor.line;
      column = cursor.column;
    }
    if (piece === null) {
      if (kept === '') return null;
      break;
    }
    const nul = piece.indexOf('\0');
    const text = kept + (nul < 0 ? piece : piece.slice(0, nul));
    let end = text.length;
    if (end > 0 && text.charCodeAt(end - 1) === 10) {
      end--;
      if (end > 0 && text.charCodeAt(end - 1) === 13) end--;
      if (end > 0 && text.charCodeAt(end - 1) === 92) {
        kept = text.slice(0, end - 1);
        continue;
      }
    } else if (text.length >= bufferSize - 1) {
      return null;
    }
    kept = text;
    break;
  }
  let start = 0;
  let end = kept.length;
  while (start < end && isSpace(kept.charCodeAt(start))) start++;
  while (end > start && isSpace(kept.charCodeAt(end - 1))) end--;
  return { text: kept.slice(start, end), line, column: column + start };
}

/** apr_isspace in the C locale. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Cuts a line at its first run of `stop`, as ap_getword (server/util.c) does: [word, offset of what follows the run]. */
export function getWord(text: string, from: number, stop: string): [word: string, rest: number] {
  const at = text.indexOf(stop, from);
  if (at < 0) return [text.slice(from), text.length];
  let rest = at;
  while (text[rest] === stop) rest++;
  return [text.slice(from, at), rest];
}
