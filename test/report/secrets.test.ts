import { describe, expect, it } from 'vitest';
import { coverSecrets } from '../../src/report/secrets.ts';

describe('excerpts cover secrets and nothing else', () => {
  it.each([
    ['    SessionCryptoPassphrase secret', '    SessionCryptoPassphrase ******'],
    ['OIDCClientSecret "a b"', 'OIDCClientSecret "* *"'],
    ['AuthLDAPBindPassword hunter2 # x', 'AuthLDAPBindPassword ******* * *'],
    ['AuthBasicFake demo demopass', 'AuthBasicFake demo ********'],
    ['proxy_set_header Authorization "Basic YTpiYzpk";', 'proxy_set_header Authorization "Basic ********";'],
    ['RequestHeader set Authorization "Bearer abc.def"', 'RequestHeader set Authorization "Bearer *******"'],
    ['proxy_pass http://ann:secret@10.0.0.1:80/x;', 'proxy_pass http://ann:******@10.0.0.1:80/x;'],
    ['proxy_set_header X-Api-Key 0123456789;', 'proxy_set_header X-Api-Key **********;'],
  ])('%s', (line, shown) => expect(coverSecrets(line)).toBe(shown));

  it.each([
    'proxy_set_header Authorization $http_authorization;',
    'proxy_set_header Authorization "";',
    'RequestHeader unset Authorization',
    'AuthType Basic',
    'auth_basic "Members";',
    'AuthName "Basic authentication"',
    'SetEnvIf Authorization "(.+)" HTTP_AUTHORIZATION=$1',
    'proxy_pass http://127.0.0.1:8080/users/@me;',
    'AuthUserFile /srv/auth/users',
    'SessionCryptoPassphraseFile /srv/auth/passphrase',
  ])('%s', (line) => expect(coverSecrets(line)).toBe(line));
});
