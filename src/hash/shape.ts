import type { HashKind } from '../syntax/passwords-kind.ts';

const itoa64 = '[./0-9A-Za-z]';
const bcrypt = /^\$2[abxy]\$(\d\d)\$([./A-Za-z0-9]*)$/;
const bcryptAlphabet = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What is wrong with the text of a hash, in words without any of it; null where some password can give just this text. */
export function faultOf(kind: HashKind, secret: string): string | null {
  return (checks[kind] ?? foreign)(secret);
}

const foreign = (): string => 'it is no hash that either server can check';

const checks: { readonly [K in HashKind]?: (secret: string) => string | null } = {
  bcrypt: (secret) => {
    const cost = Number(secret.slice(4, 6));
    if (!/^\d\d\$/.test(secret.slice(4))) return 'the cost of a bcrypt hash is two digits and a dollar sign';
    if (cost < 4 || cost > 31) return `its bcrypt cost of ${cost} lies outside 4 to 31`;
    if (secret.length !== 60) return `a bcrypt hash has 60 characters and this has ${secret.length}`;
    const match = bcrypt.exec(secret);
    if (match === null) return 'it has a character that bcrypt never writes';
    const rest = match[2]!;
    if (bcryptAlphabet.indexOf(rest[21]!) & 15)
      return 'the last character of its bcrypt salt is one that bcrypt never writes';
    if (bcryptAlphabet.indexOf(rest[52]!) & 3) return 'its last character is one that bcrypt never writes';
    return null;
  },
  apr1: (secret) => md5(secret.slice(6), 'apr1'),
  md5crypt: (secret) => md5(secret.slice(3), 'MD5 crypt'),
  sha256crypt: (secret) => sha(secret.slice(3), 43, /[./0-9A-D]$/, 'SHA-256 crypt'),
  sha512crypt: (secret) => sha(secret.slice(3), 86, /[./01]$/, 'SHA-512 crypt'),
  yescrypt: (secret) => shaped(secret, yescrypt('y'), 'yescrypt'),
  'gost-yescrypt': (secret) => shaped(secret, yescrypt('gy'), 'gost-yescrypt'),
  scrypt: (secret) =>
    shaped(secret, new RegExp(`^\\$7\\$${itoa64}{11}[./0-9A-Za-z$]*\\$${itoa64}{42}[./0-9A-D]$`), 'scrypt'),
  sunmd5: (secret) =>
    shaped(secret, new RegExp(`^\\$md5(?:,rounds=[1-9][0-9]{0,9})?\\$[^$\\s:]*\\$\\$?${itoa64}{21}[./01]$`), 'Sun MD5'),
  sha1crypt: (secret) =>
    shaped(secret, new RegExp(`^\\$sha1\\$[1-9][0-9]{0,9}\\$${itoa64}{1,64}\\$${itoa64}{28}$`), 'SHA-1 crypt'),
  nthash: (secret) => shaped(secret, /^\$3\$\$[0-9a-f]{32}$/, 'NT'),
  des: (secret) => shaped(secret, /^[./0-9A-Za-z]{12}[.26AEIMQUYcgkosw]$/, 'DES'),
  bigcrypt: (secret) => (/^..(?:.{10}[.26AEIMQUYcgkosw])+$/.test(secret) ? null : 'it is no bigcrypt hash'),
  'bsdi-des': (secret) => shaped(secret, /^_[./0-9A-Za-z]{18}[.26AEIMQUYcgkosw]$/, 'extended DES'),
  sha1: (secret) =>
    /^\{SHA\}[A-Za-z0-9+/]{26}[AEIMQUYcgkosw048]=$/.test(secret)
      ? null
      : secret.length === 33
        ? 'after {SHA} it has characters that are no SHA-1 in base64'
        : `a {SHA} hash has 33 characters and this has ${secret.length}`,
  ssha: (secret) => ssha(secret.slice(6)),
  plain: () => null,
};

function shaped(secret: string, shape: RegExp, name: string): string | null {
  return shape.test(secret) ? null : `it has not the form of ${name === 'NT' ? 'an' : 'a'} ${name} hash`;
}

/** `$y$params$salt$hash`: the hash is 32 bytes, of which the last character holds four bits. */
function yescrypt(prefix: string): RegExp {
  return new RegExp(`^\\$${prefix}\\$[./0-9A-Za-z]{3,}\\$[./0-9A-Za-z]{0,86}\\$[./0-9A-Za-z]{42}[./0-9A-D]$`);
}

function md5(rest: string, name: string): string | null {
  const dollar = rest.indexOf('$');
  if (dollar < 0) return `its ${name} salt is not ended by a dollar sign`;
  if (dollar > 8) return `the salt of ${name} has at most 8 characters and this has ${dollar}`;
  const fault = body(rest.slice(dollar + 1), 22, /[./01]$/, name);
  // apr1 never goes through crypt(3), so that its salt may hold anything
  return fault ?? (name === 'apr1' ? null : saltFault(rest.slice(0, dollar), name));
}

function sha(rest: string, length: number, last: RegExp, name: string): string | null {
  let left = rest;
  if (left.startsWith('rounds=')) {
    const match = /^rounds=([1-9][0-9]*)\$/.exec(left);
    if (match === null) return `the rounds of ${name} are a number and a dollar sign`;
    const rounds = Number(match[1]);
    if (rounds < 1000 || rounds > 999_999_999) return `its ${rounds} rounds lie outside 1000 to 999999999`;
    left = left.slice(match[0].length);
  }
  const dollar = left.indexOf('$');
  if (dollar < 0) return `its ${name} salt is not ended by a dollar sign`;
  if (dollar > 16) return `the salt of ${name} has at most 16 characters and this has ${dollar}`;
  return body(left.slice(dollar + 1), length, last, name) ?? saltFault(left.slice(0, dollar), name);
}

function body(text: string, length: number, last: RegExp, name: string): string | null {
  if (text.length !== length) {
    return `after the salt ${name} has ${length} characters and this has ${text.length}`;
  }
  if (!/^[./0-9A-Za-z]+$/.test(text)) return `it has a character that ${name} never writes`;
  return last.test(text) ? null : `its last character is one that ${name} never writes`;
}

function saltFault(salt: string, name: string): string | null {
  // crypt(5): no control characters, blanks, or any of ! * : ; \
  return /[^\x21-\x7e]|[!*:;\\]/.test(salt) ? `its ${name} salt holds a character that crypt(3) refuses` : null;
}

/** nginx decodes, hashes and encodes again: the text must be base64 of 20 bytes or more, in its only spelling. */
function ssha(text: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return 'after {SSHA} it is no base64';
  return bytes.length < 20 ? 'after {SSHA} it is too short for a SHA-1' : null;
}
