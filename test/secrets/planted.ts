import { itoa64 } from '../../src/hash/crypt64.ts';
import { Seeded } from '../conformance/seeded.ts';

/** Believable secrets of every kind, made from random characters so that any part of one is found again. */
export interface Secret {
  readonly kind: string;
  readonly text: string;
  /** What must not come out: `text` without the words that every hash of its kind has. */
  readonly telling: string;
  /** Whether its beginning tells what it is, so that it is kept back wherever it was pasted to. */
  readonly marked: boolean;
}

export function secretsOf(seed: number): Secret[] {
  const random = new Seeded(seed);
  const grains = (length: number, of = itoa64): string =>
    Array.from({ length }, () => of[random.below(of.length)]!).join('');
  const hex = (length: number): string => grains(length, '0123456789abcdef');
  const base64 = (length: number): string => grains(length, itoa64.slice(2));
  const made: Secret[] = [];
  const add = (kind: string, before: string, telling: string, marked = true, after = ''): void => {
    made.push({ kind, text: `${before}${telling}${after}`, telling, marked });
  };
  for (const letter of 'aby') add('bcrypt', `$2${letter}$05$`, `${grains(21)}.${grains(30)}u`);
  add('costly bcrypt', '$2y$17$', `${grains(21)}.${grains(30)}u`);
  add('apr1', '$apr1$', `${grains(8)}$${grains(21)}.`);
  add('md5crypt', '$1$', `${grains(8)}$${grains(21)}.`);
  add('sha256crypt', '$5$', `${grains(16)}$${grains(42)}.`);
  add('sha512crypt', '$6$rounds=5000$', `${grains(16)}$${grains(85)}.`);
  add('yescrypt', '$y$j9T$', `${grains(22)}$${grains(42)}.`);
  add('gost-yescrypt', '$gy$j9T$', `${grains(22)}$${grains(42)}.`);
  add('scrypt', '$7$CU..../....', `${grains(22)}$${grains(42)}.`);
  add('sunmd5', '$md5,rounds=5$', `${grains(8)}$$${grains(21)}.`);
  add('sha1crypt', '$sha1$24$', `${grains(8)}$${grains(28)}`);
  add('nthash', '$3$$', hex(32), false);
  add('des', '', `${grains(12)}.`, false);
  add('bsdi-des', '_', `${grains(18)}.`, false);
  add('bigcrypt', '', `${grains(12)}.${grains(10)}.`, false);
  add('sha1', '{SHA}', `${base64(26)}A=`);
  add('ssha', '{SSHA}', `${base64(32)}`);
  add('plain', '{PLAIN}', grains(20, 'abcdefghijklmnop'));
  add('ssha256', '{SSHA256}', base64(40));
  add('argon2', '$argon2id$v=19$m=65536,t=3,p=4$', `${base64(22)}$${base64(43)}`);
  add('django', 'pbkdf2_sha256$600000$', `${base64(16)}$${base64(43)}=`, false);
  add('phpass', '$P$B', grains(30));
  add('drupal', '$S$D', grains(51));
  for (const length of [32, 40, 64]) add('hex', '', hex(length), false);
  add('doubled', '$$2y$$05$$', grains(53));
  add('doubled apr1', '$$apr1$$', `${grains(8)}$$${grains(22)}`);
  add('eaten', 'y0', `/${grains(40)}`, false);
  add('escaped', '\\$apr1\\$', `${grains(8)}\\$${grains(22)}`, false);
  add('cut bcrypt', '$2y$05$', grains(30));
  add('cut apr1', '$apr1$', `${grains(8)}$${grains(12)}`);
  add('password', '', grains(18, 'abcdefghijkmnpqrstuvwxyz !'), false);
  add('password', '', grains(24, 'ABCDEFGHJKLMNabcdefghjkm#%&'), false);
  return made;
}

const part = 10;

/** The first ten characters in a row of any secret that a text holds; null where there are none. */
export function leakIn(text: string, secrets: readonly Secret[]): string | null {
  const parts = new Map<string, string>();
  for (const { kind, telling } of secrets)
    for (let at = 0; at + part <= telling.length; at++) parts.set(telling.slice(at, at + part), kind);
  for (let at = 0; at + part <= text.length; at++) {
    const kind = parts.get(text.slice(at, at + part));
    if (kind !== undefined) return `${kind}: …${text.slice(Math.max(0, at - 160), at + part)}`;
  }
  return null;
}

/** Files with the secrets in every place where somebody may have put them. */
export function plant(secrets: readonly Secret[]): Record<string, string> {
  const marked = secrets.filter((secret) => secret.marked);
  const entries = secrets.flatMap(({ text, kind }, at) => [
    `u${at}:${text}`,
    `u${at}:${text}`,
    `b${at}: ${text}`,
    `"q${at}:${text}"`,
    `e${at}:${text}:extra`,
    `${text}`,
    `${text}:s${at}`,
    `w${at}:${text.slice(0, 25)}`,
    text.slice(25),
    `${text}:${text}`,
    `c${at}:${text}\\`,
    `# was ${kind}`,
    `x${at}:${text.slice(0, -1)}\0`,
  ]);
  const digests = secrets.flatMap(({ text }, at) => [
    `d${at}:Members:${text}`,
    `d${at}:${text}`,
    `${text}:Members:00112233445566778899aabbccddeeff`,
    text,
  ]);
  const groups = secrets.flatMap(({ text }, at) => [`g${at}: ${text}, ann`, `${text}: ann,bob`, text]);
  const apache = marked.map(
    ({ text }, at) =>
      `<Location /p${at}>\nAuthType Basic\nAuthName "${text}"\nAuthUserFile /srv/users\nAuthGroupFile /srv/groups\nRequire user "${text}"\nRequire group "${text}"\n</Location>\n<Location /m${at}>\nAuthType "${text}"\nAuthName x\nAuthUserFile "/srv/${text.replaceAll('/', '.')}"\nRequire "${text}"\n</Location>\n`,
  );
  const nginx = marked
    .filter(({ text }) => !text.includes('$'))
    .map(
      ({ text }, at) =>
        `location /p${at} { auth_basic '${text}'; auth_basic_user_file /srv/users; }\nlocation /q${at} { auth_basic x; auth_basic_user_file '/srv/none'; } # ${text}\n`,
    );
  const fragments = Object.fromEntries(
    marked.map(({ text }, at) => [
      `loose/f${at}.conf`,
      `server {\nlisten 80;\nauth_basic "${text}";\nauth_basic_user_file "${text}";\nlocation / { auth_basic ${text}; }\n${text} x;\n}\n`,
    ]),
  );
  return {
    ...fragments,
    'etc/apache2/apache2.conf': `ServerRoot /etc/apache2\nListen 80\nLoadModule mpm_event_module m.so\nLoadModule authn_core_module m.so\nLoadModule authn_file_module m.so\nLoadModule authz_core_module m.so\nLoadModule authz_user_module m.so\nLoadModule authz_groupfile_module m.so\nLoadModule auth_basic_module m.so\nLoadModule auth_digest_module m.so\nServerName www.example.test\n<Location /digest>\nAuthType Digest\nAuthName Members\nAuthUserFile /srv/digests\nRequire valid-user\n</Location>\n<Location /all>\nAuthType Basic\nAuthName Members\nAuthUserFile /srv/users\nRequire valid-user\n</Location>\n${apache.join('')}`,
    'etc/nginx/nginx.conf': `events {}\nhttp {\nserver {\nlisten 8080;\n${nginx.join('')}}\n}\n`,
    'srv/users': `${entries.join('\n')}\n`,
    'srv/digests': `${digests.join('\n')}\n`,
    'srv/groups': `${groups.join('\n')}\n`,
    'loose/.htpasswd': `${entries.join('\n')}`,
    'loose/.htdigest': `${digests.join('\n')}\n`,
    'loose/.htgroup': `${groups.join('\n')}\n`,
    'loose/site/.htaccess': marked
      .map(({ text }) => `AuthName "${text}"\nRequire user "${text}"\nAuthType ${text}\n${text}\n`)
      .join(''),
  };
}
