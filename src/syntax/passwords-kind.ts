/** What the second field of a password line is, by its look. Says nothing of whether it is whole or who can check it. */
export type HashKind =
  | 'bcrypt'
  | 'apr1'
  | 'md5crypt'
  | 'sha256crypt'
  | 'sha512crypt'
  | 'yescrypt'
  | 'gost-yescrypt'
  | 'scrypt'
  | 'sunmd5'
  | 'sha1crypt'
  | 'nthash'
  | 'des'
  | 'bigcrypt'
  | 'bsdi-des'
  | 'sha1'
  | 'ssha'
  | 'plain'
  | 'argon2'
  | 'framework'
  | 'unknown-scheme'
  | 'doubled-dollar'
  | 'eaten-dollar'
  | 'escaped-dollar'
  | 'hex-digest'
  | 'templated'
  | 'empty'
  | 'text';

const prefixes: readonly (readonly [prefix: string, kind: HashKind])[] = [
  ['$2a$', 'bcrypt'],
  ['$2b$', 'bcrypt'],
  ['$2x$', 'bcrypt'],
  ['$2y$', 'bcrypt'],
  ['$apr1$', 'apr1'],
  ['$1$', 'md5crypt'],
  ['$5$', 'sha256crypt'],
  ['$6$', 'sha512crypt'],
  ['$y$', 'yescrypt'],
  ['$gy$', 'gost-yescrypt'],
  ['$7$', 'scrypt'],
  ['$md5', 'sunmd5'],
  ['$sha1$', 'sha1crypt'],
  ['$3$', 'nthash'],
  ['$argon2', 'argon2'],
  ['$P$', 'framework'],
  ['$H$', 'framework'],
  ['$S$', 'framework'],
  ['$wp$', 'framework'],
  ['$pbkdf2', 'framework'],
  ['$bcrypt-sha256$', 'framework'],
  ['$scrypt$', 'framework'],
  ['$ANSIBLE_VAULT', 'templated'],
  ['${', 'templated'],
  ['$(', 'templated'],
  ['$$', 'doubled-dollar'],
  ['{SHA}', 'sha1'],
  ['{SSHA}', 'ssha'],
  ['{PLAIN}', 'plain'],
];

// placeholders of engines and of people, and the marks of an account that is locked on purpose
const template =
  /\{\{|\{%|\$\{|<%|@@[A-Za-z_]+@@|^ENC\[|^%[A-Z_]+%$|^__[A-Z_]+__$|^<[A-Za-z][\w -]*>$|^(?:x{3,}|X{3,}|\.{3,}|[*!]+)$/;
const framework =
  /^(?:(?:pbkdf2|argon2|bcrypt|bcrypt_sha256|scrypt|sha1|md5|sha256|sha512)(?:[_:][\w:]*)?\$|(?:pbkdf2|scrypt)$|SCRAM-SHA-256\$)/;
const hexLengths: ReadonlySet<number> = new Set([16, 32, 40, 56, 64, 96, 128]);
const traditional = /^[./0-9A-Za-z]+$/;
/** Of each eleven characters that DES crypt writes the last holds four bits only. */
const desCrypt = /^[./0-9A-Za-z]{2}(?:[./0-9A-Za-z]{10}[.26AEIMQUYcgkosw]){1,16}$/;
/** Dollar signs kept from a shell, by backslashes or in a URL. */
const escaped = /^(?:\\\$|%24)(?:apr1|2[abxy]|[1567y]|gy)(?:\\\$|%24)/i;
/** What is left where all names behind dollar signs were taken, from the first character that no name holds. */
const remains = /^(?:y?\d)?[./][./0-9A-Za-z]*$/;
// what is left of $apr1$salt$… or $2y$10$… when a shell took "$apr1" or "$2" for a variable
const eaten =
  /^(?:\$[./0-9A-Za-z]{1,16}\$[./0-9A-Za-z]{22}|(?:apr1|2[abxy]|y|[156])\$[./0-9A-Za-z]*|y?\$?(?:0[4-9]|[12][0-9]|3[01])\$[./0-9A-Za-z]{20,}|\$[./0-9A-Za-z]{22}|\$[./0-9A-Za-z]{43}|\$[./0-9A-Za-z]{86})/;

/** The kind of a hash field (bytes as a latin-1 string). Spelling of prefixes counts, as it does for both servers. */
export function kindOf(secret: string): HashKind {
  const first = secret.charCodeAt(0);
  if (secret.length === 0) return 'empty';
  if (first === 36 || first === 123) {
    for (const [prefix, kind] of prefixes) if (secret.startsWith(prefix)) return kind;
  }
  if (template.test(secret)) return 'templated';
  if (first === 123 && /^\{[A-Za-z0-9_.-]+\}/.test(secret)) return 'unknown-scheme';
  if (first === 95 && secret.length === 20 && traditional.test(secret.slice(1))) return 'bsdi-des';
  if (framework.test(secret)) return 'framework';
  if (hexLengths.has(secret.length) && /^[0-9a-fA-F]+$/.test(secret)) return 'hex-digest';
  if (eaten.test(secret)) return 'eaten-dollar';
  if (escaped.test(secret)) return 'escaped-dollar';
  if (secret.length <= 178 && desCrypt.test(secret)) return secret.length === 13 ? 'des' : 'bigcrypt';
  return remains.test(secret) ? 'eaten-dollar' : 'text';
}
