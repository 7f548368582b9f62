import { fromStartErrors } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'apache-syntax-error',
  title: 'httpd cannot read the configuration',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [
    'apache-config-unreadable',
    'apache-line-too-long',
    'apache-section-mismatch',
    'apache-section-unclosed',
    'apache-section-argument',
    'apache-condition-invalid',
    'apache-macro-misused',
    'apache-error-directive',
  ],
  docs: {
    visitor: 'Nobody gets an answer: the server refuses to start, and a reload keeps the old configuration.',
    why: 'A section is not closed or closed by another name, or a line is malformed.',
    fix: 'close each section by its own name, on a line of its own',
    fine: 'Never: the server does not start.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) => fromStartErrors(unit, meta),
};
