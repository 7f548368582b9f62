/**
 * Bytes as text. Inside the core every piece of configuration is a latin-1 string: one character a byte, so that
 * offsets are byte offsets and comparisons are the server's own. Only what is shown to people is decoded.
 */

/** A file's bytes as a latin-1 string. */
export function fromBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

const nonAscii = /[\x80-\xff]/;
const beyondAscii = /[^\x00-\x7f]/;

/** What a person reads: a latin-1 byte string decoded as UTF-8 where it is valid, else as latin-1. */
export function decode(bytes: string): string {
  if (!nonAscii.test(bytes)) return bytes;
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? bytes : text;
}

/** A path of the disk (bytes) as Node's own strings have it; bytes that are no UTF-8 are lost, as Node loses them. */
export function pathText(path: string): string {
  return isAscii(path) ? path : Buffer.from(path, 'latin1').toString('utf8');
}

/** A copy of a piece of a file's text that does not keep the whole text in memory, as a slice does. */
export function detached(piece: string): string {
  return Buffer.from(piece, 'latin1').toString('latin1');
}

export function isAscii(bytes: string): boolean {
  return !nonAscii.test(bytes);
}

/** How far apart the places are whose count is kept. */
const step = 1024;

/** Tells how many characters (UTF-16 units of `decode`) stand before an offset of a line, without reading it each time. */
export function unitsBefore(line: string): (offset: number) => number {
  if (decode(line) === line) return (offset) => offset;
  const kept = new Uint32Array(Math.floor(line.length / step) + 1);
  let units = 0;
  for (let at = 0; at < line.length; at++) {
    if (at % step === 0) kept[at / step] = units;
    units += unitsOf(line.charCodeAt(at));
  }
  return (offset) => {
    const from = Math.floor(offset / step);
    let count = from < kept.length ? kept[from]! : units;
    for (let at = from * step; at < offset; at++) count += unitsOf(line.charCodeAt(at));
    return count;
  };
}

/** Units that a byte of UTF-8 begins: none for a continuation, two for what lies beyond the basic plane. */
function unitsOf(byte: number): number {
  return (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}

/** The bytes (latin-1 string) that a text has in UTF-8, as a browser sends it and the disk has a path. */
export function encode(text: string): string {
  return beyondAscii.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}
