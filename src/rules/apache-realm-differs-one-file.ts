import { printable } from '../text/printable.ts';
import type { Where } from '../text/source.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-realm-differs-one-file',
  title: 'Two realms for one file of users',
  server: 'apache',
  severity: 'info',
  confidence: 'certain',
  since: '0.1.0',
  preset: 'strict',
  explains: [],
  docs: {
    visitor: 'The visitor is asked twice for the same password.',
    why: 'Browsers keep a password for its realm; another AuthName is another prompt.',
    fix: 'give both places one AuthName',
    fine: 'Where the second prompt is meant.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const realms = new Map<string, { readonly name: string; readonly where: Where }>();
    for (const { place } of unit.places) {
      const known = place.apache?.();
      const { authn, userFile } = known?.settings ?? {};
      if (!known || !authn?.name || !userFile) continue;
      const name = authn.name.value.text;
      const where = authn.name.origin;
      const key = `${known.server.name} ${userFile.value}`;
      const first = realms.get(key);
      if (!first) realms.set(key, { name, where });
      else if (first.name !== name)
        yield {
          message: `asked twice for one password: ${printable(userFile.value)} has another realm elsewhere`,
          where,
          related: [{ message: 'the other realm', where: first.where }],
        };
    }
  },
};
