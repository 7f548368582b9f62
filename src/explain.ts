import { rules } from './rules/index.ts';

/** What a rule means, as text for a terminal; null where there is no such rule. */
export function explainRule(id: string): string | null {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (!rule) return null;
  const { title, server, severity, confidence, docs } = rule.meta;
  return `${id}: ${title}

${severity}, ${confidence}; ${server}; since authlint ${rule.meta.since}

What a visitor gets
  ${docs.visitor}

Why
  ${docs.why}

How to fix it
  ${docs.fix}

When it is fine
  ${docs.fine}
`;
}
