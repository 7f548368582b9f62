import { decode } from './bytes.ts';

// C0 and C1 controls, bidirectional controls, zero-width and line separators: none may reach a terminal or a log raw
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Untrusted bytes (a latin-1 string out of a configuration) as one line of harmless text, cut at `limit` characters. */
export function printable(bytes: string, limit = 200): string {
  const text = decode(bytes.length > limit * 4 ? bytes.slice(0, limit * 4) : bytes);
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return harmless(cut);
}

/** Text that may hold untrusted pieces, with every control character written as an escape. */
export function harmless(text: string): string {
  return text.replace(unsafe, (character) => {
    const code = character.charCodeAt(0);
    if (code === 9) return '\\t';
    if (code === 10) return '\\n';
    if (code === 13) return '\\r';
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
