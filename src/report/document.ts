import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { Edit } from '../rules/rule.ts';
import type { Finding } from '../rules/run.ts';
import { decode } from '../text/bytes.ts';
import { beginningOf, locate, type Where } from '../text/source.ts';
import type { CheckDocument, FindingEntry, ReasonEntry, ScopeEntry, ShardRecord } from './contract.ts';
import { countOf, type Result } from './result.ts';

/** A result as plain data: what `check --format json` prints and what every other format is made of. */
export function documentOf(result: Result): CheckDocument {
  return {
    version: 1,
    findings: result.findings.map(findingEntry),
    scopes: result.scopes.map(scopeEntry),
    assumptions: [...result.assumptions],
    troubles: [...result.troubles],
    summary: {
      files: result.read,
      scopes: result.scopes.length,
      errors: countOf(result, 'error'),
      warnings: countOf(result, 'warning'),
      infos: countOf(result, 'info'),
      ms: Math.round(result.milliseconds),
    },
    ...(result.shard && { shard: shardRecord(result, result.shard) }),
  };
}

function shardRecord(result: Result, { index, of, units }: NonNullable<Result['shard']>): ShardRecord {
  const findings = new Map(result.findings.map((finding, at) => [finding, at]));
  const scopes = new Map(result.scopes.map((one, at) => [one, at]));
  return {
    index,
    of,
    units: units.map((unit) => ({
      order: unit.order,
      file: unit.file,
      fragment: unit.fragment,
      reads: [...unit.reads],
      findings: unit.findings.map((finding) => findings.get(finding)!),
      scopes: unit.scopes.map((one) => scopes.get(one)!),
      assumptions: [...unit.assumptions],
    })),
  };
}

export function findingEntry(one: Finding): FindingEntry {
  return {
    rule: one.rule,
    severity: one.severity,
    confidence: one.confidence,
    message: one.message,
    help: one.help,
    file: one.file,
    line: one.line,
    column: one.column,
    endLine: one.endLine,
    endColumn: one.endColumn,
    scope: one.scope,
    related: one.related.map(({ message, where }) => ({ message, ...place(where) })),
    ...fixEntry(one.fix),
  };
}

/** Edits of single stretches; those of whole files have no form in the contract. */
function fixEntry(edits: readonly Edit[]): Pick<FindingEntry, 'fix'> {
  const fix = edits.flatMap((edit) => ('text' in edit ? [{ ...locate(edit.where), text: decode(edit.text) }] : []));
  return fix.length > 0 && fix.length === edits.length ? { fix } : {};
}

export function scopeEntry({ place: at, server, verdict, anonymous, valid, invalid }: JudgedPlace): ScopeEntry {
  const { file, line } = beginningOf(at.where);
  return {
    id: at.id,
    server,
    where: { file, line },
    target: decode(at.target),
    verdict,
    answers: { anonymous: anonymous.status, valid: valid.status, invalid: invalid.status },
    because: valid.because.map(reasonEntry),
  };
}

/** One reason as the contracts of `check` and `predict` have it. */
export function reasonEntry({ code, message, where }: Reason): ReasonEntry {
  return { code, message, ...(where ? place(where) : { file: null, line: null, column: null }) };
}

function place(where: Where): { file: string; line: number; column: number } {
  const { file, line, column } = beginningOf(where);
  return { file, line, column };
}
