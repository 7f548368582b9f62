import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'mapped-file-ignored',
  title: 'A password file that the deployment takes from the repository is in this work tree only',
  server: 'both',
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Nothing here; from a fresh checkout nobody gets in, until somebody makes the file.',
    why: 'A .gitignore leaves the file out, and nothing in the repository tells how to make it.',
    fix: 'tell in the README or a script how the file is made, or commit it sealed (git-crypt, sops)',
    fine: 'Where whoever deploys knows. A line of the repository that makes the file is enough.',
  },
};

export const rule: Rule = {
  meta,
  *check({ mapped }) {
    for (const { there, ignored, maker, path, local, placedAt, namedAt } of mapped) {
      if (!there || !ignored || maker) continue;
      yield {
        message: `${printable(local)}, which ${printable(path)} comes from, is left out by .gitignore, and nothing tells how to make it`,
        where: placedAt,
        related: [{ message: `${printable(path)} is named here`, where: namedAt }],
      };
    }
  },
};
