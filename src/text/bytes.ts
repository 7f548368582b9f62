/**
 * Bytes as text. Inside the core every piece of configuration is a latin-1 string: one character a byte, so that
 * offsets are byte offsets and comparisons are the server's own. Only what is shown to people is decoded.
 */

/** A file's bytes as a latin-1 string. */
export function fromBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

const nonAscii = /[\x80-\xff]/;

/** What a person reads: a latin-1 byte string decoded as UTF-8 where it is valid, else as latin-1. */
export function decode(bytes: string): string {
  if (!nonAscii.test(bytes)) return bytes;
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? bytes : text;
}

/** The bytes (latin-1 string) that a text has in UTF-8, as a browser sends it. */
export function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
