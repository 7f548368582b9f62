import type { Seen } from '../discover/discover.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { Finding } from '../rules/run.ts';

/** What one configuration, fragment or password file gave: kept apart in a shard, so that shards can be joined. */
export interface UnitShare {
  /** Place in the order of a run over everything. */
  readonly order: number;
  /** As shown to people. */
  readonly file: string;
  readonly fragment: boolean;
  readonly reads: readonly string[];
  readonly findings: readonly Finding[];
  readonly scopes: readonly JudgedPlace[];
  readonly assumptions: readonly string[];
}

/** What a run found: everything a format needs, nothing of how it came about. */
export interface Result {
  /** By file and position. */
  readonly findings: readonly Finding[];
  /** By file and position. */
  readonly scopes: readonly JudgedPlace[];
  /** What was taken as given because it could not be seen, one sentence each. */
  readonly assumptions: readonly string[];
  /** Inputs that could not be used, one sentence each. */
  readonly troubles: readonly string[];
  /** What each file was recognised as, by absolute path. */
  readonly files: ReadonlyMap<string, Seen>;
  /** How many configuration and password files were read. */
  readonly read: number;
  /** Password files among them, as shown to people. */
  readonly passwordFiles: readonly string[];
  readonly milliseconds: number;
  /** Only where a part of the whole was judged. */
  readonly shard?: { readonly index: number; readonly of: number; readonly units: readonly UnitShare[] };
}

export const severities = ['info', 'warning', 'error'] as const;

export function countOf(result: Result, severity: Finding['severity']): number {
  let count = 0;
  for (const finding of result.findings) if (finding.severity === severity) count++;
  return count;
}
