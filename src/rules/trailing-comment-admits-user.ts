import { printable } from '../text/printable.ts';
import { sameStart } from '../text/source.ts';
import { commentAt } from './apache-mistakes.ts';
import { requiring } from './apache-requires.ts';
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
    visitor: 'Whoever has one of the words for a name gets in; the comment is no comment.',
    why: 'httpd knows comments on lines of their own only: what follows the # is a list of further users or groups.',
    fix: 'put the comment on a line of its own',
    fine: 'Where no such user exists.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { directive } of requiring(unit, 'user', 'group')) {
      const kind = directive.args[0]!.value.toLowerCase();
      const at = commentAt(directive);
      if (at === null) continue;
      const words = directive.args.slice(at).map(({ value }) => value);
      // who is in a group is not looked up
      const judged = kind === 'user' ? unit.places.find(({ place }) => sameStart(place.where, directive)) : undefined;
      const place = judged?.place.apache?.();
      const admitted = words.filter((word) => word !== '#' && place?.knows(word));
      const unsure = !place || words.some((word) => place.knows(word) === null);
      yield {
        message:
          admitted.length > 0
            ? `${admitted.map((one) => printable(one)).join(', ')} ${admitted.length === 1 ? 'gets' : 'get'} in: the words behind the # are names like those before it`
            : 'whoever has a word behind the # for a name gets in: httpd takes it for a name',
        where: directive,
        severity: admitted.length > 0 ? 'error' : unsure ? 'warning' : 'info',
      };
    }
  },
};
