import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-directive-not-in-build',
  title: 'A directive of the commercial edition, or of a module that this nginx does not have',
  server: 'nginx',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-commercial-directive', 'nginx-module-not-built'],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'The open-source nginx does not have it; or, under --live, nginx -V shows that its module was left out or has to be loaded.',
    fix: 'use auth_request with a token service, or NGINX Plus',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromStartErrors(unit, meta, ({ code }) =>
      code === 'nginx-module-not-built'
        ? 'load its module with load_module, or install a build that has it (nginx -V lists what this one has)'
        : null,
    ),
};
