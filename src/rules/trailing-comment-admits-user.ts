import { type Directive, spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import type { Where } from '../text/source.ts';
import { requiring } from './apache-levels.ts';
import { comment } from './apache-mistakes.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'trailing-comment-admits-user',
  title: 'Words of a comment behind a Require are taken for names',
  server: 'apache',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever is called like one of the words gets in; the comment is no comment.',
    why: 'httpd knows comments on lines of their own only: what follows the # is a list of further users or groups.',
    fix: 'put the comment on a line of its own',
    fine: 'Where no such user exists, nothing comes of it.',
  },
};

function sameStart(where: Where, { source, start }: Directive): boolean {
  return 'source' in where && where.source.path === source.path && where.start === start;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of requiring(unit, 'user', 'group')) {
      const kind = directive.args[0]!.value.toLowerCase();
      const at = comment(directive);
      if (at === null) continue;
      const words = directive.args.slice(at).map(({ value }) => value);
      const place = unit.places.find(({ place: one }) => sameStart(one.where, directive))?.place.apache?.();
      const admitted = words.filter((word) => word !== '#' && (kind === 'group' ? null : place?.knows(word)) === true);
      const unsure = !place || kind === 'group' || words.some((word) => place.knows(word) === null);
      yield {
        message:
          admitted.length > 0
            ? `${admitted.map((one) => printable(one)).join(', ')} gets in: the words behind the # are names like those before it`
            : `whoever is called like a word behind the # gets in: httpd takes it for a name`,
        where: spanOf(directive),
        severity: admitted.length > 0 ? 'error' : unsure ? 'warning' : 'info',
      };
    }
  },
};
