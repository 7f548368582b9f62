import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'password-hash-in-repo',
  title: 'Password hashes lie open in a git work tree',
  server: 'passwords',
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody who can read the repository, now or later, can guess the passwords at leisure.',
    why: 'The file is in no .gitignore, so that git has it or takes it with the next add, and its history keeps it.',
    fix: 'take the file out (git rm --cached), name it in .gitignore, make it at deploy time or seal it (ansible-vault, git-crypt, sops), and change the passwords',
    fine: 'Where the passwords are for show. Folders of tests, examples and documentation are passed over, and so are sealed files and templates.',
  },
};

export const rule: Rule = {
  meta,
  *check({ passwords, digests, committed }) {
    const told = new Set<string>();
    for (const { display, inset, users, seal } of [
      ...passwords,
      ...digests.map((one) => ({ ...one, users: null, seal: null })),
    ]) {
      const { line, column } = inset ?? { line: 1, column: 1 };
      if (users === 0 || seal !== null || told.has(`${display}:${line}`) || !committed(display)) continue;
      told.add(`${display}:${line}`);
      const lying =
        users === null ? 'password hashes lie' : users === 1 ? 'a password hash lies' : `${users} password hashes lie`;
      yield {
        message: `${lying} open in the repository: ${printable(display)}`,
        where: { file: display, line, column, endColumn: column + 1 },
      };
    }
  },
};
