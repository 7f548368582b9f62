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
  *check({ passwords, digests, ingresses, committed }) {
    const told = new Set<string>();
    for (const { display, users, seal } of passwords) {
      if (users === 0 || seal !== null || told.has(display) || !committed(display)) continue;
      told.add(display);
      // in a manifest the Secret is what is named, below
      if (/\.ya?ml$/i.test(display)) continue;
      yield {
        message: `${users === 1 ? 'a password hash lies' : `${users} password hashes lie`} open in the repository: ${printable(display)}`,
        help: meta.docs.fix,
        where: { file: display, line: 1, column: 1, endColumn: 2 },
      };
    }
    for (const { display } of digests) {
      if (told.has(display) || !committed(display)) continue;
      told.add(display);
      yield {
        message: `password hashes lie open in the repository: ${printable(display)}`,
        help: meta.docs.fix,
        where: { file: display, line: 1, column: 1, endColumn: 2 },
      };
    }
    for (const { secret } of ingresses)
      for (const { where, key } of secret?.texts ?? []) {
        if (!committed(where.source.display)) continue;
        yield {
          message: `password hashes lie open in the repository: the key ${printable(key, 80)} of the Secret ${printable(secret!.name, 80)}`,
          help: meta.docs.fix,
          where,
        };
      }
  },
};
