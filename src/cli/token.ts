import fs from 'node:fs';
import type { TokenDocument } from '../report/contract.ts';
import { decode } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';
import { clock, type Expected, span } from '../token/claims.ts';
import { inspectToken, type TokenReport } from '../token/inspect.ts';
import { type Key, readKeys } from '../token/keys.ts';
import { readSecret } from './secret.ts';
import { UsageError, type Values } from './usage.ts';

/** `authlint token`: exit status 0 nothing against it, 1 a server will refuse it, 2 it cannot be judged (none, opaque, encrypted). */
export async function token(operands: readonly string[], values: Values): Promise<number> {
  if (operands.length > 0) {
    throw new UsageError(
      'token takes no argument: the token comes from standard input, where no list of processes shows it',
    );
  }
  const keys = values.jwks === undefined ? null : keysFrom(values.jwks);
  const expected: Expected = {
    now: values.now === undefined ? Date.now() / 1000 : timeFrom(values.now),
    leeway: values.leeway === undefined ? 0 : secondsFrom(values.leeway),
    audiences: values.audience ?? [],
    issuers: values.issuer ?? [],
  };
  const report = inspectToken(decode(await readSecret('Token: ', 'whole')), expected, keys);
  if (!report) throw new UsageError('no token came from standard input');
  process.stdout.write(values.format === 'json' ? json(report, expected) : pretty(report, expected));
  if (report.problems.some(({ level }) => level === 'refused')) return 1;
  return report.problems.some(({ level }) => level === 'unsure') ? 2 : 0;
}

function keysFrom(file: string): readonly Key[] {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--jwks ${harmless(file)} cannot be read`);
  }
  const keys = readKeys(text);
  if ('error' in keys) throw new UsageError(`--jwks ${harmless(file)}: ${keys.error}`);
  return keys;
}

function timeFrom(text: string): number {
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000;
  if (Number.isNaN(seconds)) {
    throw new UsageError(`--now takes seconds since 1970 or a date as 2026-01-31T12:00:00Z, not ${harmless(text)}`);
  }
  return seconds;
}

const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };

function secondsFrom(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(text);
  if (!match) throw new UsageError(`--leeway takes seconds, or a time as 90s or 2m, not ${harmless(text)}`);
  return Number(match[1]) * units[match[2]!]!;
}

const verdicts = {
  refused: 'a server will refuse this token',
  unsure: 'this token cannot be judged',
  note: 'nothing speaks against this token',
} as const;

function verdictOf({ problems }: TokenReport): keyof typeof verdicts {
  if (problems.some(({ level }) => level === 'refused')) return 'refused';
  return problems.some(({ level }) => level === 'unsure') ? 'unsure' : 'note';
}

function json(report: TokenReport, { now }: Expected): string {
  const { claims } = report;
  const time = (seconds: number | null | undefined): string | null => {
    const date = new Date((seconds ?? Number.NaN) * 1000);
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
  };
  const verdict = verdictOf(report);
  const document: TokenDocument = {
    version: 1,
    verdict: verdict === 'note' ? 'fine' : verdict,
    kind: report.kind,
    algorithm: report.algorithm,
    keyId: report.keyId,
    signature: report.signature,
    now: time(now)!,
    claims: claims && {
      issuer: claims.issuer,
      audience: [...claims.audience],
      expires: time(claims.expires),
      notBefore: time(claims.notBefore),
      issuedAt: time(claims.issuedAt),
    },
    problems: report.problems.map(({ code, level, message, help }) => ({ code, level, message, help })),
  };
  return `${JSON.stringify(document)}\n`;
}

const signatures: Readonly<Record<TokenReport['signature'], string>> = {
  right: 'right: made with a key of the set',
  wrong: 'wrong',
  missing: 'missing',
  'not-checked': 'not checked (give the issuer’s keys with --jwks FILE)',
};

function pretty(report: TokenReport, { now }: Expected): string {
  const out: string[] = [verdicts[verdictOf(report)]];
  for (const { level, message, help } of report.problems) {
    out.push(
      `${level === 'note' ? 'note' : level === 'unsure' ? 'unsure' : 'refused'}: ${harmless(message)}`,
      `  fix: ${harmless(help)}`,
    );
  }
  const row = (name: string, text: string | null): void => {
    if (text !== null) out.push(`  ${name.padEnd(11)}${harmless(text)}`);
  };
  const when = (seconds: number | null): string | null =>
    seconds === null
      ? null
      : `${clock(seconds)} (${seconds > now ? `in ${span(seconds - now)}` : `${span(now - seconds)} ago`})`;
  row('algorithm', report.algorithm);
  row('key', report.keyId);
  if (report.claims) {
    const { issuer, audience, expires, notBefore, issuedAt } = report.claims;
    row('signature', signatures[report.signature]);
    row('issuer', issuer);
    row('audience', audience.length > 0 ? audience.join(', ') : null);
    row('issued', when(issuedAt));
    row('not before', when(notBefore));
    row('expires', when(expires));
  }
  return `${out.join('\n')}\n`;
}
