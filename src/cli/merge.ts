import fs from 'node:fs';
import { MergeError, mergeDocuments } from '../merge.ts';
import type { SarifLog } from '../merge-sarif.ts';
import type { CheckDocument } from '../report/contract.ts';
import { harmless } from '../text/printable.ts';
import { failing, print, write } from './outputs.ts';
import { UsageError, type Values } from './usage.ts';

/** `authlint merge FILE…`: joins JSON or SARIF results; exit status as `check` would have given it. */
export async function merge(operands: readonly string[], values: Values): Promise<number> {
  if (operands.length === 0) throw new UsageError('merge needs the JSON or SARIF files to join');
  const contents = operands.map(read);
  const sarif = contents.filter(isSarif).length;
  try {
    if (sarif === contents.length) return await joinSarif(contents as SarifLog[], values);
    if (sarif > 0) throw new UsageError('merge joins JSON results or SARIF results, not both at once');
    const document = mergeDocuments(await documents(operands, contents));
    await print(document, null, values);
    if (document.troubles.length > 0) return 2;
    return failing(document, values) && values.fail !== false ? 1 : 0;
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(error.message);
    throw error;
  }
}

function read(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${harmless(file)} ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`);
  }
}

function isSarif(content: unknown): boolean {
  const runs = (content as { runs?: unknown } | null)?.runs;
  return Array.isArray(runs) && runs.length > 0 && runs.every((run) => run?.tool?.driver?.name === 'authlint');
}

async function documents(operands: readonly string[], contents: readonly unknown[]): Promise<CheckDocument[]> {
  const { checkDocument } = await import('../report/contract.ts');
  return contents.map((content, index) => {
    const parsed = checkDocument.safeParse(content);
    if (parsed.success) return parsed.data;
    throw new UsageError(`${harmless(operands[index]!)} is not the result of authlint check --format json (version 1)`);
  });
}

async function joinSarif(logs: readonly SarifLog[], values: Values): Promise<number> {
  const outputs = (values.outputs ?? []).filter(({ format }) => format !== 'github');
  const asked = outputs.filter(({ format }) => format === 'sarif');
  if (outputs.some(({ format, file }) => format !== 'sarif' && (format !== 'pretty' || file !== null))) {
    throw new UsageError('SARIF results are joined to --format sarif only; join JSON results for other formats');
  }
  const [{ mergeSarif }, { jsonText }] = await Promise.all([
    import('../merge-sarif.ts'),
    import('../report/escaping.ts'),
  ]);
  const joined = mergeSarif(logs);
  for (const { file } of asked.length > 0 ? asked : [{ file: null }]) write(jsonText(joined), file);
  const levels = new Set(
    logs.flatMap(({ runs }) =>
      runs.flatMap((run) => (run.results ?? []).map((one) => (one as { level?: string }).level)),
    ),
  );
  const failingLevels = { error: ['error'], warning: ['error', 'warning'], info: ['error', 'warning', 'note'] };
  const least = failingLevels[(values['fail-on'] ?? 'error') as keyof typeof failingLevels];
  return least.some((level) => levels.has(level)) && values.fail !== false ? 1 : 0;
}
