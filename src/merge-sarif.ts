import { keptUnits } from './merge.ts';
import type { ShardRecord } from './report/contract.ts';

/** What merging reads of a SARIF log; the rest is passed on. */
export interface SarifLog {
  readonly version: string;
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules?: readonly { readonly id: string }[] } };
  readonly results?: readonly SarifResult[];
  readonly properties?: { readonly shard?: ShardRecord };
}

interface SarifResult {
  readonly ruleId?: string;
  readonly locations?: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation?: { readonly uri?: string };
      readonly region?: { readonly startLine?: number; readonly startColumn?: number };
    };
  }[];
}

/** Joins SARIF logs of authlint into one run: its rules declared once, its results in the order of one run. */
export function mergeSarif(logs: readonly SarifLog[]): object {
  const runs = logs.flatMap((log) => log.runs);
  const rules = new Map<string, { readonly id: string }>();
  for (const run of runs)
    for (const rule of run.tool.driver.rules ?? []) if (!rules.has(rule.id)) rules.set(rule.id, rule);
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  const results = runs.flatMap((run) => (run.properties?.shard ? [] : (run.results ?? [])));
  for (const { document, unit } of keptUnits(runs.map((run) => run.properties?.shard)).units) {
    for (const index of unit.findings) {
      const found = runs[document]!.results?.[index];
      if (found) results.push(found);
    }
  }
  const sorted = results.map((result) => ({ result, key: keyOf(result) }));
  sorted.sort(
    (a, b) => order(a.key[0], b.key[0]) || a.key[1] - b.key[1] || a.key[2] - b.key[2] || order(a.key[3], b.key[3]),
  );
  const distinct = new Map(sorted.map(({ result }) => [JSON.stringify({ ...result, ruleIndex: 0 }), result]));
  const { properties: _, ...first } = runs[0]!;
  return {
    ...logs[0],
    runs: [
      {
        ...first,
        tool: { ...first.tool, driver: { ...first.tool.driver, rules: [...rules.values()] } },
        results: [...distinct.values()].map((result) => ({
          ...result,
          ruleIndex: indexes.get(result.ruleId ?? '') ?? -1,
        })),
      },
    ],
  };
}

function keyOf({ ruleId, locations }: SarifResult): [string, number, number, string] {
  const at = locations?.[0]?.physicalLocation;
  const { startLine = 0, startColumn = 0 } = at?.region ?? {};
  return [at?.artifactLocation?.uri ?? '', startLine, startColumn, ruleId ?? ''];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
