import type { LineCursor } from './passwords-cursor.ts';

/** MAX_STRING_LEN of httpd.h: the buffer into which mod_authn_file reads a line. */
const lineBuffer = 8192;

/** What of a line as httpd takes it stands in one line of the file. */
interface Piece {
  /** Where it begins in the whole text. */
  readonly offset: number;
  /** Physical line (from 1), and the bytes of that line before it. */
  readonly line: number;
  readonly column: number;
}

export interface ApacheLine {
  readonly text: string;
  /** At least one; more where backslashes join lines. */
  readonly pieces: readonly [Piece, ...Piece[]];
}

/** Bytes `start` to `end` of a line's text as they stand in the file, as far as they are in the line of the first. */
export function stretchOf(
  { pieces, text }: ApacheLine,
  start: number,
  end: number,
): { readonly line: number; readonly column: number; readonly length: number } {
  const last = pieces.findLastIndex(({ offset }) => offset <= start);
  const { offset, line, column } = pieces[last]!;
  const stop = Math.min(end, pieces[last + 1]?.offset ?? text.length);
  return { line, column: column + start - offset, length: stop - start };
}

/**
 * The next line as ap_cfg_getline (server/util.c) gives it: lines that end in a backslash joined, cut at a NUL,
 * blanks taken off both ends. Null at the end of the file, which a line that overfills the buffer also is.
 */
export function apacheLine(cursor: LineCursor, bufferSize = lineBuffer): ApacheLine | null {
  let kept = '';
  const pieces: Piece[] = [];
  for (;;) {
    const piece = cursor.gets(bufferSize - 1 - kept.length);
    if (piece === null) {
      if (kept === '') return null;
      break;
    }
    pieces.push({ offset: kept.length, line: cursor.line, column: cursor.column });
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
  return { text: kept.slice(start, end), pieces: piecesFrom(pieces, start) };
}

/** The pieces of a line of which `start` bytes are taken off. */
function piecesFrom(pieces: readonly Piece[], start: number): ApacheLine['pieces'] {
  const at = pieces.findLastIndex(({ offset }) => offset <= start);
  const { offset, line, column } = pieces[at]!;
  const later = pieces.slice(at + 1).map((piece) => ({ ...piece, offset: piece.offset - start }));
  return [{ offset: 0, line, column: column + start - offset }, ...later];
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
