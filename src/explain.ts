import type { Example, Examples } from './docs/examples.ts';
import type { RuleMeta } from './rules/rule.ts';

/** What a rule means, as text for a terminal; null where there is no such rule. */
export function explainRule(
  id: string,
  rules: readonly RuleMeta[],
  examples: Readonly<Record<string, Examples>>,
): string | null {
  const meta = rules.find((one) => one.id === id);
  if (!meta) return null;
  const { title, server, severity, confidence, preset = 'recommended', since, docs } = meta;
  const own = Object.hasOwn(examples, id) ? examples[id] : undefined;
  return `${id}: ${title}

${severity}, ${confidence}; ${server}; preset ${preset}; since authlint ${since}

What a visitor gets
  ${docs.visitor}

Why
  ${docs.why}

How to fix it
  ${docs.fix}

When it is fine
  ${docs.fine}
${own ? exampleText('Wrong', own.bad[0]!) + exampleText('Right', own.good[0]!) : ''}`;
}

function exampleText(title: string, { excerpts }: Example): string {
  const parts = excerpts.map(({ file, text }) => `\n${title}: ${file}\n\n${text.replace(/^(?=.)/gm, '    ')}\n`);
  return parts.join('');
}
