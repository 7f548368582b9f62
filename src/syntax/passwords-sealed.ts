/** How much of a file shows whether it is encrypted or made by a template, in bytes. */
export const sealedHead = 4096;

const seals: readonly (readonly [look: RegExp, name: string])[] = [
  [/^\$ANSIBLE_VAULT;/, 'encrypted with Ansible Vault'],
  [/^\0GITCRYPT\0/, 'encrypted with git-crypt'],
  [/^version https:\/\/git-lfs/, 'a pointer of Git LFS'],
  [/^(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/, 'encrypted with age'],
  [/^-----BEGIN PGP MESSAGE-----/, 'encrypted with PGP'],
  [/^U2FsdGVkX1|^Salted__/, 'encrypted with OpenSSL'],
  [/^AGE-SECRET-KEY-|^!vault\b/, 'encrypted'],
  [/^[^\n]*\bENC\[AES256_GCM,|"sops"\s*:|^sops:/m, 'encrypted with SOPS'],
  [/^(?:apiVersion|kind): /m, 'a manifest of Kubernetes'],
];

/** A line that some template engine replaces as a whole, by users as well. */
const wholeLine =
  /^[ \t]*(?:\{\{[^\n:]*\}\}|\{%[^\n]*%\}|<%[^\n]*%>|\$\{\w+\}|\$[A-Z_][A-Z0-9_]*|@@?\w+@@?|%\w+%|__\w+__)[ \t\r]*$/m;

/**
 * What stands in the way of knowing the users of a file from its first bytes (latin-1 string): it is encrypted, or a
 * template writes it later. Null: it is as it seems.
 */
export function sealOf(head: string): string | null {
  for (const [look, name] of seals) if (look.test(head)) return name;
  return wholeLine.test(head) ? 'a template' : null;
}
