import { apacheLine, getWord, stretchOf } from './passwords-apache.ts';
import type { LineCursor } from './passwords-cursor.ts';

/** Whose reader is reproduced. */
export type Dialect = 'apache' | 'nginx';

/** One entry as a server's reader sees it. `colon` is false where the line is a name alone (httpd ends its search there). */
export interface RawEntry {
  readonly user: string;
  readonly secret: string;
  readonly line: number;
  readonly column: number;
  /** Bytes of the line that belong to the entry. */
  readonly length: number;
  readonly colon: boolean;
  /** Lines without a colon directly above; only nginx's reader stumbles over them. */
  readonly above: readonly string[];
}

/** NGX_HTTP_AUTH_BUF_SIZE of ngx_http_auth_basic_module.c: what a longer password field is cut at. */
const fieldLimit = 2048;
/** More of a line is read only to get past it: no user name in a request is as long. */
const pieceLimit = 1 << 16;
/** Lines without a colon that are remembered; an even number is forgotten at a time, since only their parity counts. */
const chainLimit = 4096;
const none: readonly string[] = [];

/** The next entry, or null at the end of what the server's reader gets to see. */
export function nextEntry(cursor: LineCursor, dialect: Dialect): RawEntry | null {
  return dialect === 'apache' ? nextApache(cursor) : nextNginx(cursor);
}

/** mod_authn_file's check_password: comments and blank lines passed over, two words cut at colons. */
function nextApache(cursor: LineCursor): RawEntry | null {
  for (let line = apacheLine(cursor); line !== null; line = apacheLine(cursor)) {
    const { text } = line;
    if (text === '' || text.charCodeAt(0) === 35) continue;
    const [user, rest] = getWord(text, 0, ':');
    const [secret] = getWord(text, rest, ':');
    const colon = user.length < text.length;
    return { user, secret, ...stretchOf(line, 0, text.length), colon, above: none };
  }
  return null;
}

/**
 * ngx_http_auth_basic_handler's states, seen from the file instead of from one user: lines that hold no colon are
 * handed on in `above`, since for a user whose name begins with such a line it swallows the one below it.
 */
function nextNginx(cursor: LineCursor): RawEntry | null {
  let above: string[] = [];
  for (let piece = cursor.gets(pieceLimit); piece !== null; piece = cursor.gets(pieceLimit)) {
    const { line } = cursor;
    const first = piece.charCodeAt(0);
    const whole = piece.charCodeAt(piece.length - 1) === 10;
    if (!whole) skipLine(cursor, piece);
    if (first === 10 || first === 13 || first === 35) {
      above = [];
      continue;
    }
    const colon = piece.indexOf(':');
    if (colon < 0) {
      above = whole ? chain(above, piece.slice(0, -1)) : [];
      continue;
    }
    const field = colon + 1;
    let end = field;
    while (end < piece.length && !endsField(piece.charCodeAt(end))) end++;
    const secret = cString(piece.slice(field, Math.min(end, field + fieldLimit)));
    return { user: piece.slice(0, colon), secret, line, column: 0, length: end, colon: true, above };
  }
  return null;
}

/** A run of lines that can all begin one name, with one line more. */
function chain(above: string[], line: string): string[] {
  const last = above.at(-1);
  if (last === undefined || !(last.startsWith(line) || line.startsWith(last))) return [line];
  if (above.length >= chainLimit) above.splice(0, chainLimit / 2);
  above.push(line);
  return above;
}

function skipLine(cursor: LineCursor, begun: string): void {
  for (let piece: string | null = begun; piece !== null && !piece.endsWith('\n'); ) piece = cursor.gets(pieceLimit);
}

function endsField(code: number): boolean {
  return code === 10 || code === 13 || code === 58;
}

function cString(text: string): string {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}

/** Whether nginx, looking for this user, never sees an entry because the lines above swallow its beginning. */
export function swallowed(user: string, above: readonly string[]): boolean {
  let run = 0;
  for (let at = above.length - 1; at >= 0 && user.startsWith(above[at]!); at--) run++;
  return run % 2 === 1;
}
