import { fromPasswords } from './password-problems.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'hash-unportable',
  title: 'A hash that not every system can check',
  server: 'passwords',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'The login works here, and is refused after a move to another system.',
    why: 'yescrypt, scrypt and the like are known to libxcrypt alone; musl (Alpine) and FreeBSD lack them.',
    fix: 'write a new entry with htpasswd -B',
    fine: 'Where the file never leaves this system.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromPasswords(unit, ['unportable-hash']) };
