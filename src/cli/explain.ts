import { explainRule } from '../explain.ts';
import { harmless } from '../text/printable.ts';
import { documentedRules } from './documented-rules.ts';
import { UsageError, type Values } from './usage.ts';

/** `authlint explain RULE`. */
export async function explain(operands: readonly string[]): Promise<number> {
  const [id] = operands;
  if (!id || operands.length > 1) throw new UsageError('explain takes one rule; authlint rules lists them');
  const { examples } = await import('./examples.ts');
  const rules = documentedRules();
  const text = explainRule(id, rules, examples());
  if (text === null) {
    const { didYouMean } = await import('../text/nearest.ts');
    const ids = rules.map((meta) => meta.id);
    throw new UsageError(`no rule is called ${harmless(id)}${didYouMean(id, ids, 4)}`);
  }
  process.stdout.write(text);
  return 0;
}

/** `authlint rules`. */
export function list(values: Values): number {
  const rules = documentedRules();
  if (values.format === 'json') {
    const shown = rules.map(({ id, title, server, severity, confidence, preset = 'recommended', since, docs }) => ({
      ...{ id, title, server, severity, confidence, preset, since, docs },
    }));
    process.stdout.write(`${JSON.stringify({ version: 1, rules: shown }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, server, severity, preset = 'recommended', title } of rules)
    process.stdout.write(
      `${id.padEnd(width)}  ${server.padEnd(9)}  ${severity.padEnd(7)}  ${preset.padEnd(11)}  ${title}\n`,
    );
  return 0;
}
