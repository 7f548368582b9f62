import type { HashKind } from '../syntax/passwords-kind.ts';
import type { ProblemCode } from './problems.ts';

/** A field that is a hash of something else, or of nothing: what it looks like, and what to do. */
interface Stranger {
  readonly code: ProblemCode;
  /** Follows "the entry of ann ". */
  readonly what: string;
  readonly help: string;
}

const anew = 'write a new entry with htpasswd -B';
const neither = 'which neither server checks';

/** Kinds of hash that programs write and no web server checks; the first that fits counts. */
const frameworks: readonly (readonly [look: RegExp, name: string])[] = [
  [/^\$(?:P|H)\$/, 'a phpass hash (WordPress, phpBB)'],
  [/^\$wp\$/, 'a hash of WordPress 6.8 and later'],
  [/^\$S\$/, 'a hash of Drupal 7'],
  [/^\$bcrypt-sha256\$|^bcrypt_sha256\$/, 'bcrypt over SHA-256'],
  [/^\$pbkdf2|^pbkdf2/i, 'PBKDF2 (Django, Werkzeug, passlib)'],
  [/^\$?scrypt[$:]/, 'scrypt as a web framework writes it'],
  [/^(?:sha1|md5|sha256|sha512)\$/, 'a salted hash of Django or Werkzeug'],
  [/^bcrypt\$/, 'bcrypt as Django writes it'],
];

const braces: Readonly<Record<string, string>> = {
  CRYPT: 'leave {CRYPT} out where a hash of crypt() follows it',
  'BLF-CRYPT': 'leave {BLF-CRYPT} out: bcrypt follows it',
  'SHA256-CRYPT': 'leave {SHA256-CRYPT} out: the hash follows it',
  'SHA512-CRYPT': 'leave {SHA512-CRYPT} out: the hash follows it',
  'MD5-CRYPT': 'leave {MD5-CRYPT} out: the hash follows it',
};

const digests: Readonly<Record<number, string>> = {
  16: 'an old MySQL hash or half an MD5',
  32: 'a bare MD5',
  40: 'a bare SHA-1',
  56: 'a bare SHA-224',
  64: 'a bare SHA-256',
  96: 'a bare SHA-384',
  128: 'a bare SHA-512',
};

/** A hash of a web framework or another program, named. */
function frameworkHash(secret: string): Stranger {
  const name = frameworks.find(([look]) => look.test(secret))?.[1] ?? 'a hash of a web framework';
  return { code: 'framework-hash', what: `is ${name}, ${neither}`, help: anew };
}

/** `{SCHEME}…` as LDAP and Dovecot write it. */
function unknownScheme(secret: string): Stranger {
  const scheme = /^\{([A-Za-z0-9_.-]{1,20})\}/.exec(secret)?.[1] ?? '';
  const own = { sha: '{SHA}', ssha: '{SSHA}', plain: '{PLAIN}' }[scheme.toLowerCase()];
  const shown = scheme.toUpperCase();
  if (own)
    return {
      code: 'unknown-scheme',
      what: `has its scheme in lower case, and the servers know ${own} in capitals only`,
      help: `write ${own}`,
    };
  return {
    code: 'unknown-scheme',
    what: `has the scheme {${shown}} of LDAP or Dovecot, ${neither}`,
    help: braces[shown] ?? anew,
  };
}

function hexDigest(secret: string): Stranger {
  const what = digests[secret.length] ?? 'a bare digest';
  return { code: 'hex-digest', what: `is ${what} in hexadecimal (${secret.length} digits), ${neither}`, help: anew };
}

/** Text that is no hash of any look. */
function plainText(): Stranger {
  return {
    code: 'plain-text',
    what: 'is no hash: a password in plain text never matches',
    help: 'hash it: htpasswd -B FILE USER',
  };
}

/** A field that is no hash which any server checks, in words; null: it is one, or a template. */
export function oddField(kind: HashKind, secret: string): Stranger | null {
  switch (kind) {
    case 'empty':
      return { code: 'empty-hash', what: 'has no hash', help: anew };
    case 'text':
      return plainText();
    case 'hex-digest':
      return hexDigest(secret);
    case 'argon2':
      return { code: 'argon2', what: `is Argon2, ${neither}`, help: anew };
    case 'unknown-scheme':
      return unknownScheme(secret);
    case 'framework':
      return frameworkHash(secret);
    case 'doubled-dollar':
      return {
        code: 'doubled-dollar',
        what: 'has each dollar sign of its hash doubled, as a compose file needs it and a password file does not',
        help: 'write each dollar sign once',
      };
    case 'eaten-dollar':
      return {
        code: 'eaten-dollar',
        what: 'lost part of its hash: a shell or compose took it for a variable',
        help: 'put the hash in single quotes when writing it (in a compose file, double each dollar sign), or use htpasswd -B',
      };
    case 'escaped-dollar':
      return {
        code: 'escaped-dollar',
        what: 'has the dollar signs of its hash still escaped',
        help: 'write the dollar signs as they are',
      };
    default:
      return null;
  }
}
