/** Directives whose arguments are secrets, and the part of their line that is one. */
const secrets: readonly RegExp[] = [
  /^(\s*(?:SessionCryptoPassphrase|AuthFormSitePassphrase|OIDC(?:CryptoPassphrase|ClientSecret|OAuthClientSecret|RedisCachePassword)|AuthLDAPBindPassword|CASCookieEntropy|auth_jwt_key|auth_ldap_(?:binddn_)?passwd|binddn_passwd|secure_link_secret|DBDParams)\s+)(.+)$/i,
  /^(\s*AuthBasicFake\s+(?:"[^"]*"|\S+)\s+)(.+)$/i,
  // a login or a token that a proxy adds, or that a test is about
  /((?:authorization|x-api-key|api-key|private-token)["']?\s+["']?(?:expr=)?(?:Basic|Bearer|Token|Digest)?\s*)([^"';$\s]{6,})/i,
  // user and password before the host of an address
  /(\b[a-z][a-z0-9+.-]*:\/\/[^\s"'/@:$]*:)([^\s"'/@$]+)(?=@)/i,
  /(\b(?:Basic|Bearer)\s+)((?=[^\s"]*[0-9=.])[A-Za-z0-9+/_=.-]{8,})/i,
];

/** A line of configuration with its secrets covered, character by character, so that columns stay. */
export function coverSecrets(line: string): string {
  for (const secret of secrets) {
    const match = secret.exec(line);
    if (!match) continue;
    const from = match.index + match[1]!.length;
    const to = from + match[2]!.length;
    return line.slice(0, from) + line.slice(from, to).replace(/[^\s"';]/g, '*') + line.slice(to);
  }
  return line;
}
