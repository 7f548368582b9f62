import { describe, expect, it } from 'vitest';
import { auditPasswords } from '../../src/hash/audit.ts';
import { auditDigests } from '../../src/hash/audit-digests.ts';
import { auditGroups } from '../../src/hash/audit-groups.ts';
import type { FileAudit } from '../../src/hash/problems.ts';
import { MemoryHost } from '../../src/host/memory.ts';

const apr1 = '$apr1$ct9.mVxx$6kKjlA8u23hc5iAVgVdpf1';
const bcrypt = '$2y$10$nMV7xvU.8Mt1/rxfr/eQxuNPHPXZUuVJPeZt30SyxKeqbS01kabS.';
const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

function told(audit: FileAudit | string) {
  if (typeof audit === 'string') throw new Error(audit);
  return audit.problems.map(({ code, where, fatal }) =>
    `${where.line}:${where.column} ${code} ${fatal.join('+')}`.trim(),
  );
}
const users = (text: string | Uint8Array): string[] =>
  told(
    auditPasswords(new MemoryHost({ '/u': typeof text === 'string' ? { text } : { bytes: text } }), '/u', {
      servers: ['apache', 'nginx'],
      platform: 'glibc',
    }),
  );

describe('auditPasswords', () => {
  it.each([
    ['ann:secret\n', ['1:5 plain-text apache+nginx']],
    ['ann:\n', ['1:5 empty-hash apache+nginx']],
    [`:${apr1}\n`, ['1:1 empty-user apache+nginx', '1:2 apr1']],
    ['ann\nbob\n', ['1:1 no-colon apache+nginx', '2:1 no-colon apache+nginx']],
    [`${apr1}\n`, ['1:1 no-colon apache+nginx']],
    [`${apr1}:ann\n`, ['1:1 swapped-fields apache+nginx']],
    [`ann:${bcrypt} \n`, ['1:65 blank-in-line nginx']],
    [` ann:${bcrypt}\n`, ['1:1 blank-in-line nginx']],
    [`ann :${bcrypt}\n`, ['1:4 blank-in-line apache+nginx']],
    [`ann: ${bcrypt}\n`, ['1:5 blank-in-line apache+nginx']],
    [`'ann:${bcrypt}'\n`, ['1:1 quotes apache+nginx']],
    [`ann:${bcrypt}\r\n`, ['1:65 carriage-return']],
    [`ann:${bcrypt}`, ['1:1 no-final-newline']],
    [
      `ann:${bcrypt.slice(0, 50)}\n${bcrypt.slice(50)}\n`,
      ['1:5 malformed-hash apache+nginx', '2:1 wrapped-line apache+nginx'],
    ],
    [`ann:${bcrypt}\\\n`, ['1:65 continued-line apache+nginx']],
    [`${'a'.repeat(256)}:${bcrypt}\n`, ['1:1 user-too-long']],
    [`\xef\xbb\xbfann:${bcrypt}\n`, ['1:1 bom apache+nginx']],
    [`ann:${bcrypt.slice(0, 20)}\0${bcrypt.slice(21)}\n`, ['1:5 malformed-hash apache+nginx', '1:25 nul apache+nginx']],
    [`ann:Members:0123456789abcdef0123456789abcdef\n`, ['1:1 htdigest-line apache+nginx']],
    [`ann:${bcrypt}\nbob:x1\nann:${apr1}\n`, ['2:5 plain-text apache+nginx', '3:1 duplicate-user', '3:5 apr1']],
    [`ann:${bcrypt}\nann:${bcrypt}\n`, ['2:1 repeated-user']],
    [`ann:${bcrypt}\nbob:${bcrypt}\n`, ['2:1 shared-hash']],
    [`ann:$$apr1$$ct9.mVxx$$6kKjlA8u23hc5iAVgVdpf1\n`, ['1:5 doubled-dollar apache+nginx']],
    ['ann:\\$apr1\\$ct9.mVxx\\$6kKjlA8u23hc5iAVgVdpf1\n', ['1:5 escaped-dollar apache+nginx']],
    ['ann:apr1$ct9.mVxx$6kKjlA8u23hc5iAVgVdpf1\n', ['1:5 eaten-dollar apache+nginx']],
    ['ann:y0/9fKx.1tWvQ3\n', ['1:5 eaten-dollar apache+nginx']],
    ['ann:$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA\n', ['1:5 argon2 apache+nginx']],
    ['ann:{SSHA256}YWJj\n', ['1:5 unknown-scheme apache+nginx']],
    ['ann:{sha}YWJj\n', ['1:5 unknown-scheme apache+nginx']],
    ['ann:pbkdf2_sha256$1$a$b\n', ['1:5 framework-hash apache+nginx']],
    ['ann:pbkdf2:sha256:600000$abc$def\n', ['1:5 framework-hash apache+nginx']],
    ['ann:$P$BDH5v1Vx0Yb8hpwkN1R8i3rAHK1Zf0/\n', ['1:5 framework-hash apache+nginx']],
    ['ann:5ebe2294ecd0e0f08eab7690d2a6ee69\n', ['1:5 hex-digest apache+nginx']],
    ['ann:{PLAIN}open\n', ['1:5 nginx-only-hash apache']],
    ['ann:ENC[AES256_GCM,data:abc]\n', []],
    ['$ANSIBLE_VAULT;1.1;AES256\n3334\n', []],
    ['{% for user in users %}\n{{ user.name }}:{{ user.hash }}\n{% endfor %}\n', []],
    ['ann:{{ ann_hash }}\nbob:${BOB_HASH}\n', []],
    ['${HTPASSWD}\n', []],
    ['# only a comment\n', ['1:1 empty-file apache+nginx']],
  ])('%j', (text, expected) => {
    // the text has one character a byte
    const found = users(Uint8Array.from(Buffer.from(text, 'latin1'))).filter((one) => !/ mixed-kinds/.test(one));
    expect(found).toEqual(expected);
  });

  it('tells UTF-16, and names that people take for one', () => {
    expect(users(Buffer.from(`\ufeffann:${bcrypt}\n`, 'utf16le'))).toEqual(['1:1 utf16 apache+nginx']);
    const other = `${bcrypt.slice(0, -3)}bS.`;
    expect(users(`ann:${bcrypt}\nAnn:${other}\n`)).toContain('2:1 twin-user');
    const names = [`jos\u00e9:${bcrypt}`, `jose\u0301:${apr1}`].map(bytes).join('\n');
    const accents = users(Uint8Array.from(Buffer.from(`${names}\n`, 'latin1')));
    expect(accents).toContain('2:1 twin-user');
    expect(accents).toContain('1:1 user-not-ascii');
  });

  it('tells the time that a costly hash takes', () => {
    const audit = auditPasswords(new MemoryHost({ '/u': `ann:${bcrypt.replace('$10$', '$17$')}\n` }), '/u', {
      servers: ['nginx'],
      platform: 'glibc',
    });
    if (typeof audit === 'string') throw new Error(audit);
    expect(audit.problems[0]?.message).toMatch(/bcrypt of cost 17: about 6\.4 seconds .* cost 10 takes 50 ms/);
  });
});

describe('auditDigests and auditGroups', () => {
  const sum = '0123456789abcdef0123456789abcdef';
  it.each([
    [`ann:Members:${sum}\n`, []],
    [`ann:Members:${sum.toUpperCase()}\n`, ['1:13 digest-malformed apache']],
    [`ann:Members:${sum.slice(4)}\n`, ['1:13 digest-malformed apache']],
    [`ann:${apr1}\n`, ['1:1 digest-two-fields apache']],
    [`ann:${sum}\n`, ['1:1 digest-malformed apache']],
    [`ann :Members:${sum}\n`, ['1:1 digest-blank apache']],
    [`ann:Members:${sum}\nann:Other:${sum}\nann:Members:${sum}\n`, ['3:1 duplicate-user']],
    [`  ann:Members:${sum}\n \tann:Members:${sum}\n`, ['2:3 duplicate-user']],
    [`ann:Members:\\\nXY${sum}\n`, ['2:1 digest-malformed apache']],
    ['', ['1:1 empty-file apache']],
  ])('digests %j', (text, expected) => {
    expect(told(auditDigests(new MemoryHost({ '/d': text }), '/d'))).toEqual(expected);
  });

  it.each([
    ['staff: ann bob\nempty:\n', []],
    ['staff: ann, bob\n', ['1:7 group-commas apache']],
    ['staff:ann,bob\n', ['1:7 group-commas apache']],
    ['staff ann bob\n', ['1:1 group-no-colon apache']],
    ['staff: ann \\\n bob, carl\n', ['1:7 group-commas apache']],
  ])('groups %j', (text, expected) => {
    expect(told(auditGroups(new MemoryHost({ '/g': text }), '/g'))).toEqual(expected);
  });

  it('a place goes no further than its line, where backslashes join several', () => {
    const audit = auditDigests(new MemoryHost({ '/d': 'ann:Members:727\\\nabf8a7839e48a1beff5db3\n' }), '/d');
    if (typeof audit === 'string') throw new Error(audit);
    expect(audit.problems.map(({ where }) => where)).toEqual([{ file: '/d', line: 1, column: 13, endColumn: 16 }]);
  });
});
