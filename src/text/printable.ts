import { decode } from './bytes.ts';
import { withoutHoles } from './template.ts';

// C0 and C1 controls, bidirectional controls, zero-width and line separators: none may reach a terminal or a log raw
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

// what starts as a password hash does, wherever it was pasted to: its kind is shown, the rest never; a compose file doubles
// the signs
const hash =
  /(\${1,2}2[abxy]\${1,2}\d\d\${1,2}|\${1,2}apr1\${1,2}|\${1,2}(?:argon2\w*|y|gy|7|P|H|S|wp|sha1|pbkdf2[\w-]*|bcrypt-sha256|scrypt)\${1,2}|\$md5[$,]|\${1,2}[156]\${1,2}(?=[./0-9A-Za-z$=]{10})|\{(?:SHA|SSHA|PLAIN|MD5|SMD5|CRYPT|SHA256|SSHA256|SHA512|SSHA512)\})([^\s:"'<>]{6,})/g;

/** Text with its hashes covered, character by character, so that columns stay and none is cut out of sight of its beginning. */
export function coverHashes(text: string): string {
  return text.replace(hash, (_, sign: string, rest: string) => sign + '*'.repeat(rest.length));
}

/** Untrusted bytes (a latin-1 string out of a configuration) as one line of harmless text, cut at `limit` characters. */
export function printable(bytes: string, limit = 200): string {
  const text = withoutHoles(decode(bytes.length > limit * 4 ? bytes.slice(0, limit * 4) : bytes));
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return harmless(cut);
}

/** Where the path of a drive of Windows begins, which lies in `/` here and nowhere else. */
const drive = /(^|[\s'"])\/(?=[A-Za-z]:\/)/g;

/** Text that may hold untrusted pieces, with every control character written as an escape and no password hash. */
export function harmless(text: string): string {
  // nearly no text holds a sign that begins one
  const bare = text.includes(':/') ? text.replace(drive, '$1') : text;
  const covered = bare.includes('$') || bare.includes('{') ? bare.replace(hash, '$1…') : bare;
  return covered.replace(unsafe, (character) => {
    const code = character.charCodeAt(0);
    if (code === 9) return '\\t';
    if (code === 10) return '\\n';
    if (code === 13) return '\\r';
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
