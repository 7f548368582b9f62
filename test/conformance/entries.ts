import type { CaseFile } from './case.ts';
import type { Seeded } from './seeded.ts';

/** The password of every user whose entry is a right one. */
export const password = 'hunter2';

/** Entries of every kind, all made of `password` unless the kind makes that impossible: user, and what follows it. */
const entries: readonly (readonly [user: string, rest: string])[] = [
  ['plain', '{PLAIN}hunter2'],
  ['sha', '{SHA}87u9ZqY9S/F0eUBXjsPQEDUw4h0='],
  ['ssha', '{SSHA}gK+fFFujqnweTpwCQ7Sp02gQxCJzYWx0'],
  ['apr', '$apr1$saltsalt$r/QcFGT5pNL28bNkeDMHR.'],
  ['md5', '$1$saltsalt$ZliGyAN3DciDHEkDboonh/'],
  ['sha256', '$5$rounds=1000$saltsalt$f25dkPYTm952Io0nI9FgssYnbY.87HWdiFw89b8zOR8'],
  [
    'sha512',
    '$6$rounds=1000$saltsalt$gqUcWLKt3d1wsoaFq/ZlFXJndu400B3QqT3noJu6R/eEGKKt5.bf/H7jRZdxjThW3JpMB1IX.1Z2f5cgwsF710',
  ],
  ['bcrypt', '$2y$04$abcdefghijklmnopqrstuuV3duMsC0HpUex6N9qapiuOHHWkwRXVm'],
  ['bcryptb', '$2b$04$abcdefghijklmnopqrstuuV3duMsC0HpUex6N9qapiuOHHWkwRXVm'],
  ['des', 'ab0ozUNIgzCZ.'],
  ['argon', '$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHQ$aGFzaGhhc2hoYXNo'],
  ['lower', '{sha}87u9ZqY9S/F0eUBXjsPQEDUw4h0='],
  ['unsalted', '{SSHA}87u9ZqY9S/F0eUBXjsPQEDUw4h0='],
  ['badsha', '{SHA}***'],
  ['badssha', '{SSHA}short'],
  ['crypted', '{CRYPT}ab0ozUNIgzCZ.'],
  ['bare', 'hunter2'],
  ['empty', ''],
  ['star', '*'],
  ['locked', '!$apr1$saltsalt$r/QcFGT5pNL28bNkeDMHR.'],
  ['fields', '{PLAIN}hunter2:a comment:more'],
  ['cost3', '$2y$03$abcdefghijklmnopqrstuuV3duMsC0HpUex6N9qapiuOHHWkwRXVm'],
  ['cut', '$2y$04$abcdefghijklmnopqrstuuV3duMsC0HpUex6N9q'],
  ['noplain', '{PLAIN}'],
  ['nosalt', '$apr1$$r/QcFGT5pNL28bNkeDMHR.'],
  ['blank', '{PLAIN}hunter2 '],
  ['tab', '\t{PLAIN}hunter2'],
  ['quoted', '"{PLAIN}hunter2"'],
  ['cr', '{PLAIN}hunter2\r'],
  ['ctwo', '$1$saltsalt$ZliGyAN3DciDHEkDboonh/x'],
];

/** A user that an ordinary file has, of a kind that is cheap to check. */
const ordinary = ['plain', 'sha', 'apr', 'md5', 'ssha'] as const;

function entry(user: string): string {
  return `${user}:${entries.find(([name]) => name === user)![1]}`;
}

/** Lines that are no entry, or spoil one. */
const odd: readonly string[] = [
  '# plain:{PLAIN}other',
  '#',
  '',
  ':{PLAIN}hunter2',
  'noseparator',
  'plain',
  ' plain:{PLAIN}other',
  'plain :{PLAIN}other',
  'sha:{PLAIN}other',
  `long:${'x'.repeat(5000)}`,
  `${'y'.repeat(2100)}:{PLAIN}hunter2`,
  'plainer:{PLAIN}hunter2',
  'pla:{PLAIN}hunter2',
  'zero:\0{PLAIN}hunter2',
];

/** A password file of entries of all kinds, with lines among them that spoil some. */
export function mixedFile(random: Seeded): string {
  const mixed: string[] = [];
  for (let count = 6 + random.below(10); count > 0; count--)
    mixed.push(random.once(3) ? random.pick(odd) : entry(random.pick(entries)[0]));
  return `${random.once(6) ? '\u{feff}' : ''}${mixed.join('\n')}${random.once(3) ? '' : '\n'}`;
}

/** A file with every kind of entry once. */
export const everyEntry = `${entries.map(([user]) => entry(user)).join('\n')}\n`;

/** nginx's password files by name, each a place that a configuration may point to. */
export function passwordFiles(random: Seeded): Record<string, CaseFile> {
  const usual = ordinary.map(entry).join('\n');
  return {
    'etc/nginx/users': `${usual}\n`,
    'etc/nginx/mixed': mixedFile(random),
    'etc/nginx/every': everyEntry,
    'etc/nginx/crlf': `${usual.replaceAll('\n', '\r\n')}\r\n`,
    'etc/nginx/none': '',
    'etc/nginx/secret': { text: `${usual}\n`, mode: '0600' },
    'etc/nginx/group': { text: `${usual}\n`, mode: '0640', owner: 'root:www-data' },
    'etc/nginx/folder': { dir: true },
    'etc/nginx/shut': { dir: true, mode: '0700' },
    'etc/nginx/shut/users': `${usual}\n`,
    'etc/nginx/link': { symlink: 'users' },
    'etc/nginx/dangling': { symlink: 'nowhere' },
  };
}

/** What a user file directive may name: mostly what works. */
export const fileNames: readonly string[] = [
  ...['users', 'users', 'users', 'users', 'mixed', 'mixed', 'every', 'every', '@ROOT@/etc/nginx/users', './users'],
  ...['crlf', 'none', 'secret', 'group', 'folder', 'shut/users', 'link', 'dangling', 'nosuch', 'users/', '$userfile'],
  ...['/dev/null', '"users"', '${userfile}', '../nginx/users', '@ROOT@/etc/nginx/$userfile', 'users-$who'],
];

/** A login to try: mostly an ordinary user with the right password. */
export function login(random: Seeded): readonly [string, string] | null {
  if (random.once(3)) return null;
  const user = random.once(2) ? random.pick(ordinary) : random.pick([...entries.map(([name]) => name), 'nobody', '']);
  const given = random.once(5) ? random.pick(['wrong', '', 'hunter', 'hunter22', 'hunter2 ', 'pässword']) : password;
  return [user, given];
}
