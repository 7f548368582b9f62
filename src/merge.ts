import type { CheckDocument, FindingEntry, ScopeEntry, ShardRecord } from './report/contract.ts';

/** Documents that cannot be joined; the message says why. */
export class MergeError extends Error {}

/** Joins the results of `check --format json`; those of shards give what one run would have given. */
export function mergeDocuments(documents: readonly CheckDocument[]): CheckDocument {
  const kept = keptUnits(documents.map(({ shard }) => shard));
  const findings: FindingEntry[] = [];
  const scopes: ScopeEntry[] = [];
  const assumptions = new Set<string>();
  const troubles = new Set<string>();
  let files = kept.files;
  let ms = 0;
  for (const { summary, troubles: own, ...document } of documents) {
    ms += summary.ms;
    for (const trouble of own) troubles.add(trouble);
    if (document.shard) continue;
    for (const one of document.findings) findings.push(one);
    for (const one of document.scopes) scopes.push(one);
    for (const assumption of document.assumptions) assumptions.add(assumption);
    files += summary.files;
  }
  for (const { document, unit } of kept.units) {
    for (const index of unit.findings) findings.push(item(documents[document]!.findings, index));
    for (const index of unit.scopes) scopes.push(item(documents[document]!.scopes, index));
    for (const assumption of unit.assumptions) assumptions.add(assumption);
  }
  const distinct = withoutTwins(findings.sort(compareFindings));
  const count = (severity: string): number => distinct.filter((one) => one.severity === severity).length;
  return {
    version: 1,
    findings: distinct,
    scopes: scopes.sort(compareScopes),
    assumptions: [...assumptions],
    troubles: [...troubles],
    summary: {
      files,
      scopes: scopes.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      ms,
    },
  };
}

interface KeptUnit {
  readonly document: number;
  readonly unit: ShardRecord['units'][number];
}

/** Of all shards' units those that one run would have judged: no fragment that an earlier unit has read. */
export function keptUnits(shards: readonly (ShardRecord | undefined)[]): { units: KeptUnit[]; files: number } {
  complete(shards.filter((shard) => shard !== undefined));
  const units = shards.flatMap((shard, document) => (shard?.units ?? []).map((unit) => ({ document, unit })));
  units.sort((a, b) => a.unit.order - b.unit.order);
  const seen = new Set<string>();
  const kept: KeptUnit[] = [];
  for (const one of units) {
    const { fragment, file, reads } = one.unit;
    if (fragment && seen.has(file)) continue;
    for (const read of reads) seen.add(read);
    kept.push(one);
  }
  return { units: kept, files: seen.size };
}

function complete(shards: readonly ShardRecord[]): void {
  const of = shards[0]?.of;
  if (of === undefined) return;
  const there = new Set<number>();
  for (const shard of shards) {
    if (shard.of !== of) throw new MergeError(`shards of ${of} and of ${shard.of} do not belong together`);
    if (there.has(shard.index)) throw new MergeError(`shard ${shard.index}/${of} is there twice`);
    there.add(shard.index);
  }
  if (there.size === of) return;
  for (let index = 1; index <= of; index++) {
    if (!there.has(index)) throw new MergeError(`shard ${index}/${of} is missing`);
  }
}

function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new MergeError('a shard names a finding or place that it does not hold');
  return found;
}

/** By file and position, then by rule. */
export function compareFindings(
  a: Pick<FindingEntry, 'file' | 'line' | 'column' | 'rule'>,
  b: Pick<FindingEntry, 'file' | 'line' | 'column' | 'rule'>,
): number {
  return order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.rule, b.rule);
}

/** By file and line, then by what it is called. */
export function compareScopes(
  a: Pick<ScopeEntry, 'where' | 'target'>,
  b: Pick<ScopeEntry, 'where' | 'target'>,
): number {
  return order(a.where.file, b.where.file) || a.where.line - b.where.line || order(a.target, b.target);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorted findings without those that say the same of the same place (a file that two configurations include). */
export function withoutTwins<T extends Pick<FindingEntry, 'file' | 'line' | 'column' | 'rule'>>(
  findings: readonly T[],
): T[] {
  return findings.filter((one, index) => index === 0 || compareFindings(findings[index - 1]!, one) !== 0);
}
