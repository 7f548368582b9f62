import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'limit-reached',
  title: 'The configuration goes beyond what is read',
  server: 'both',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-limit-unseen', 'nginx-limit-unseen'],
  docs: {
    visitor: 'Nobody can tell: what comes after the named line was not read.',
    why: 'Sections, includes and macros that multiply each other could keep a checker busy for ever, so that each has a limit far over what people write.',
    fix: 'write the configuration with less nesting and fewer includes, or check its parts one by one',
    fine: 'Never in a file that people wrote; a generator may get there.',
  },
};

/** Places where reading was given up; what the server makes of the rest is unknown. */
export const rule: Rule = {
  meta,
  *check({ unseen }) {
    for (const { code, message, where } of unseen)
      if (where && code.endsWith('-limit-unseen')) yield { message: `${message}: what follows is not judged`, where };
  },
};
