import { explainRule } from '../explain.ts';
import { rules } from '../rules/index.ts';
import { UsageError, type Values } from './run.ts';

/** `authlint explain RULE`. */
export async function explain(operands: readonly string[]): Promise<number> {
  const [id] = operands;
  if (!id || operands.length > 1) throw new UsageError('explain takes one rule; authlint rules lists them');
  const text = explainRule(id);
  if (text === null) {
    const { closest } = (await import('fastest-levenshtein')).default;
    throw new UsageError(
      `no rule of that name; did you mean ${closest(
        id,
        rules.map(({ meta }) => meta.id),
      )}?`,
    );
  }
  process.stdout.write(text);
  return 0;
}

/** `authlint rules`. */
export function list(values: Values): number {
  const metas = rules.map(({ meta }) => meta);
  if (values.format === 'json') {
    const shown = metas.map(({ id, title, server, severity, confidence, since }) => ({
      id,
      title,
      server,
      severity,
      confidence,
      since,
    }));
    process.stdout.write(`${JSON.stringify({ version: 1, rules: shown }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...metas.map(({ id }) => id.length));
  for (const { id, severity, title } of metas)
    process.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`);
  return 0;
}
