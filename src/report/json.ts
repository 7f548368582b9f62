import type { Reason } from '../predict/answer.ts';
import type { Finding } from '../rules/run.ts';
import { decode } from '../text/bytes.ts';
import { locate, type Where } from '../text/source.ts';
import { countOf, type Result, type Scope } from './result.ts';

/** The stable JSON contract of `check` (schemas/check.schema.json). */
export function reportJson(result: Result): string {
  const document = {
    version: 1,
    findings: result.findings.map(finding),
    scopes: result.scopes.map(scope),
    assumptions: result.assumptions,
    troubles: result.troubles,
    summary: {
      files: result.read,
      scopes: result.scopes.length,
      errors: countOf(result, 'error'),
      warnings: countOf(result, 'warning'),
      infos: countOf(result, 'info'),
      ms: Math.round(result.milliseconds),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function finding(one: Finding): object {
  return {
    rule: one.rule,
    severity: one.severity,
    confidence: one.confidence,
    message: one.message,
    help: one.help,
    ...locate(one.where),
    scope: one.scope,
    related: one.related.map(({ message, where }) => ({ message, ...place(where) })),
    ...(one.fix.length > 0 && {
      fix: one.fix.map(({ source, start, end, text }) => ({ ...locate({ source, start, end }), text: decode(text) })),
    }),
  };
}

function scope({ place: at, server, verdict, anonymous, valid, invalid }: Scope): object {
  const { file, line } = locate(at.where);
  return {
    id: at.id,
    server,
    where: { file, line },
    target: at.target,
    verdict,
    answers: { anonymous: anonymous.status, valid: valid.status, invalid: invalid.status },
    because: valid.because.map(reasonJson),
  };
}

/** One reason as the contracts of `check` and `predict` have it. */
export function reasonJson({ code, message, where }: Reason): object {
  return { code, message, ...(where ? place(where) : { file: null, line: null, column: null }) };
}

function place(where: Where): { file: string; line: number; column: number } {
  const { file, line, column } = locate(where);
  return { file, line, column };
}
