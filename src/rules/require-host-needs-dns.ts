import { named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'require-host-needs-dns',
  title: 'Require host asks the name service twice for each request',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'Whoever has no name, or one that does not lead back, gets 403.',
    why: 'httpd looks the name of the address up, and the address of that name again; both must agree, and each takes its time.',
    fix: 'write Require ip, or Require forward-dns',
    fine: 'Where the network has a name service of its own that is in order.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of named(unit, 'require')) {
      const words = directive.args.map(({ value }) => value.toLowerCase());
      const [provider, ...names] = words[0] === 'not' ? words.slice(1) : words;
      if (provider !== 'host' || names.every((name) => name === 'localhost')) continue;
      yield {
        message: '403 for whoever has no name that leads back to the address: Require host looks up both ways',
        help: 'write Require ip with the network, or Require forward-dns with the name',
        where: directive,
      };
    }
  },
};
