import type { Seeded } from '../conformance/seeded.ts';

/** A server's files below its root, bytes as latin-1 strings. */
export type Files = Readonly<Record<string, string>>;

/** Pieces of both servers' grammars and of password files, and what has broken readers before. */
const pieces = [
  ...'{};"\'\\#<>$%&()[]*?^|~@:!,=./ \t\r\n\0',
  '${',
  '$1',
  '%{',
  '}',
  '\\\n',
  '\\\r\n',
  '\r\n',
  '\ufeff',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\xc0\xaf',
  '\x1b[2J',
  '\n# ',
  '</',
  '/>',
  '<If "',
  '">',
  '<Directory />\n',
  '</Directory>\n',
  '<RequireAll>\n',
  '</RequireAll>\n',
  '<IfModule !x>\n',
  '<Macro M $x>\n',
  'Use M a\n',
  'Define a ${a}${a}\n',
  'Include .\n',
  'IncludeOptional *\n',
  'Require not ip ::/0\n',
  'Require expr "%{REQUEST_URI} =~ m#(a+)+$#"\n',
  'AuthType Digest\n',
  'AuthType None\n',
  'Satisfy Any\n',
  'RewriteRule ^(.*)$ $1 [L,R=302,E=A:%{HTTP:Authorization}]\n',
  'RewriteCond %{REQUEST_FILENAME} !-f\n',
  'ErrorDocument 401 /x\n',
  'AllowOverride AuthConfig\n',
  'server {',
  'location ~ ^(a+)+$ {',
  'location @n {',
  'if ($uri ~ "(.*)") {',
  'limit_except GET {',
  'map $uri $a { default 1; ~^/x $1; }',
  'geo $a { 0.0.0.0/0 1; }',
  'return 401;',
  'rewrite ^ /x last;',
  'try_files $uri @n =404;',
  'error_page 401 =200 /x;',
  'auth_basic off;',
  'auth_basic_user_file $uri;',
  'auth_request /x;',
  'satisfy any;',
  'allow all;',
  'deny all;',
  'include *;',
  'include nginx.conf;',
  'set $a "$a$a";',
  'listen [::]:80 default_server;',
  ':$apr1$abcdefgh$',
  ':$2y$31$',
  ':{SSHA}',
  ':$y$j9T$',
  'ann:',
  '999999999999999999999',
  '-1',
  '__proto__',
  'constructor',
];

const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Files with one to eight small changes: bytes, pieces of grammar, lines moved, doubled or taken from elsewhere. */
export function mutated(files: Files, other: Files, random: Seeded): Files {
  const names = Object.keys(files);
  const changed: Record<string, string> = { ...files };
  for (let left = 1 + random.below(8); left > 0; left--) {
    const name = random.pick(names);
    changed[name] = change(changed[name]!, other[random.pick(Object.keys(other))]!, random).slice(0, sizeLimit);
  }
  return changed;
}

/** Bytes of one file that mutation may make. */
const sizeLimit = 200_000;

function change(text: string, other: string, random: Seeded): string {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + 1 + random.below(random.once(4) ? 400 : 12));
  const piece = random.once(3)
    ? other.slice(random.below(other.length + 1)).slice(0, 200)
    : bytesOf(random.pick(pieces));
  switch (random.below(8)) {
    case 0:
      return text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, at) + piece + text.slice(to);
    case 3:
      return text.slice(0, to) + text.slice(at);
    case 4:
      return text.slice(0, at);
    case 5:
      return text.slice(0, at) + piece.repeat(1 + random.below(random.once(10) ? 2000 : 20)) + text.slice(at);
    case 6:
      return lines(text, random);
    default:
      return text.slice(0, at) + piece + text.slice(at);
  }
}

/** Two lines change places, or one is said twice. */
function lines(text: string, random: Seeded): string {
  const list = text.split('\n');
  const one = random.below(list.length);
  const other = random.below(list.length);
  if (random.once(2)) [list[one], list[other]] = [list[other]!, list[one]!];
  else list.splice(other, 0, list[one]!);
  return list.join('\n');
}
