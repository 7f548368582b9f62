import type { ReasonCode } from '../predict/reasons.ts';
import { mistakeBehind } from './apache-mistakes.ts';
import { meantWord, respell } from './mend-apache.ts';
import { fromHtaccess, fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

/** What httpd finds wrong with a Require, in the main configuration and in .htaccess alike. */
export const requirementCodes: ReadonlySet<ReasonCode> = new Set([
  'apache-provider-unknown',
  'apache-require-invalid',
  'apache-require-no-effect',
]);

const meta: RuleMeta = {
  id: 'require-invalid',
  title: 'A Require that httpd cannot take',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [...requirementCodes, 'apache-htaccess-broken'],
  docs: {
    visitor:
      'The server refuses to start, and a reload keeps the old configuration; in .htaccess every request gets 500.',
    why: 'The provider is misspelt (letter case counts), its module is not loaded, or a negative requirement stands alone.',
    fix: 'write Require valid-user, or put Require not beside a positive one in RequireAll',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromStartErrors(unit, meta, ({ where }) => meantWord(where), respell);
    yield* fromHtaccess(
      unit,
      (complaint) => requirementCodes.has(complaint.code) && mistakeBehind(unit, complaint) === null,
      { help: ({ where }) => meantWord(where), fix: respell },
    );
  },
};
