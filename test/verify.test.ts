import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../src/host/memory.ts';
import { encode } from '../src/text/bytes.ts';
import { verifyUser } from '../src/verify.ts';

const made = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'hash/made-by-crypt.json'), 'utf8')) as [
  string,
  string,
  string,
][];
const hashOf = (kind: string, password = 'open sesame'): string =>
  made.find(([one, , word]) => one === kind && word === password)![1];

function verify(text: string, user: string, password: string, realm?: string) {
  const host = new MemoryHost({ '/users': text });
  const options = { servers: ['apache', 'nginx'], platform: 'glibc', ...(realm !== undefined && { realm }) } as const;
  return verifyUser(host, '/users', user, password, options);
}
const results = (...args: Parameters<typeof verify>): string[] => verify(...args).map(({ result }) => result);

describe('verifyUser', () => {
  const file = `ann:${hashOf('bcrypt')}\nbob:{PLAIN}hunter two\ncarl:$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA\n`;

  it('tells accepted, wrong, unknown and impossible apart, for each server', () => {
    expect(results(file, 'ann', 'open sesame')).toEqual(['accepted', 'accepted']);
    expect(results(file, 'ann', 'open sesam')).toEqual(['wrong-password', 'wrong-password']);
    expect(results(file, 'ann', '')).toEqual(['wrong-password', 'wrong-password']);
    expect(results(file, 'zoe', 'x')).toEqual(['no-such-user', 'no-such-user']);
    expect(results(file, 'bob', 'hunter two')).toEqual(['cannot-be-checked', 'accepted']);
    expect(results(file, 'carl', 'x')).toEqual(['cannot-be-checked', 'cannot-be-checked']);
    expect(verify(file, 'carl', 'x')[0]?.message).toContain('Argon2');
    expect(results('$ANSIBLE_VAULT;1.1;AES256\n33\n', 'ann', 'x')).toEqual(['cannot-be-checked', 'cannot-be-checked']);
  });

  it('knows the limits of hashes and of the header', () => {
    const des = `ann:${hashOf('des')}\n`;
    expect(verify(des, 'ann', 'open sesame and more')[0]).toMatchObject({
      result: 'accepted',
      message: expect.stringContaining('DES crypt reads 8 bytes'),
    });
    expect(verify(file, 'a:b', 'x')[0]?.message).toContain('colon');
    expect(verify(file, 'ann', 'open sesame\0tail')[0]).toMatchObject({
      result: 'accepted',
      message: expect.stringContaining('NUL'),
    });
    expect(verify(file, 'ann', ' open sesame')[0]?.message).toContain('Without the blanks');
  });

  it('tells a password that was hashed in another charset', () => {
    // {SHA} of the latin-1 bytes of "café"
    const sum = '{SHA}0vUrxEBomPxyLAtOMU+bRvyFzeQ=';
    const [answer] = verify(`ann:${sum}\n`, 'ann', encode('caf\u00e9'));
    expect(answer?.result).toBe('wrong-password');
    expect(answer?.message).toContain('The same letters in latin-1 are right');
  });

  it('reads digest files by realm, and says when one is missing', () => {
    const digests = 'ann:Members:98992ac8b1b68bf44cc8c3862371e142\n';
    expect(results(digests, 'ann', 'open sesame', 'Members')).toEqual(['accepted']);
    expect(results(digests, 'ann', 'x', 'Members')).toEqual(['wrong-password']);
    expect(verify(digests, 'ann', 'x', 'Other')[0]?.message).toContain("realm 'Members'");
    expect(verify(digests, 'ann', 'x')[0]?.message).toContain("--realm 'Members'");
    expect(results('ann:Members:98992AC8B1B68BF44CC8C3862371E142\n', 'ann', 'x', 'Members')).toEqual([
      'cannot-be-checked',
    ]);
  });
});
