import fs from 'node:fs';
import type { Platform } from '../catalog/platforms.ts';
import { type Diagnosis, diagnose as diagnosed, explainUrl, judgeUrl, requestIn } from '../diagnose/diagnose.ts';
import { exchangesIn } from '../diagnose/response.ts';
import { requestOf } from '../predict/request.ts';
import type { DiagnoseDocument } from '../report/contract.ts';
import { reasonEntry } from '../report/document.ts';
import { type Finding, runRules } from '../rules/run.ts';
import { decode } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';
import { locate } from '../text/source.ts';
import { readUnit } from '../unit.ts';
import { type Opened, openConfiguration } from './configuration.ts';
import { settle } from './settings.ts';
import { isTyped, readStandardInput } from './standard-input.ts';
import { UsageError, type Values } from './usage.ts';

/** How many findings are shown beside the line that gave the answer. */
const findingLimit = 5;

/** `authlint diagnose [RESPONSE] [URL]`: exit status 0 where the line is named that gave the answer, 1 where none is, 2 bad usage. */
export async function diagnose(operands: readonly string[], options: Values): Promise<number> {
  const { values } = await settle([], options);
  const urls = operands.filter((one) => /^https?:\/\//i.test(one));
  const files = operands.filter((one) => !urls.includes(one));
  if (urls.length > 1 || files.length > 1)
    throw new UsageError('diagnose takes one response (a file, or standard input) and one URL');
  const url = urls[0] ?? null;
  const alone = url !== null && files.length === 0 && (!pasted() || standardInput().trim() === '');
  if (alone && !values.config)
    throw new UsageError(
      'diagnose needs --config FILE to say what a URL gives, or a response (curl -i) on standard input',
    );
  const opened = values.config === undefined ? null : await openConfiguration(values.config, values);
  let diagnosis: Diagnosis;
  if (alone) diagnosis = explainUrl(judgeUrl(opened!.predictor, requestOf({ url })));
  else {
    const name = files[0] === undefined || files[0] === '-' ? 'standard input' : harmless(files[0]);
    const answers = exchangesIn(files[0] === undefined || files[0] === '-' ? standardInput() : textOf(files[0]));
    if (answers.length === 0)
      throw new UsageError(`${name} holds no response head; paste what curl -i or curl -v prints`);
    const request = requestIn(answers, url);
    if (opened && !request) throw new UsageError('which URL was it? give it too, or paste what curl -v prints');
    diagnosis = diagnosed(answers, opened?.predictor ?? null, request);
  }
  const findings = opened ? await findingsFor(opened, diagnosis, values) : [];
  process.stdout.write(values.format === 'json' ? json(diagnosis, findings, values) : pretty(diagnosis, findings));
  return diagnosis.from === 'this-configuration' ? 0 : 1;
}

/** Whether something may come from standard input: a pipe or a file, no terminal and no null device. */
function pasted(): boolean {
  try {
    const stat = fs.fstatSync(0);
    return stat.isFIFO() || stat.isFile() || stat.isSocket();
  } catch {
    return false;
  }
}

let read: string | null = null;

function standardInput(): string {
  if (isTyped())
    throw new UsageError(
      'diagnose reads a response from standard input: curl -i URL | authlint diagnose --config FILE URL',
    );
  read ??= readStandardInput().toString('latin1');
  return read;
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file).toString('latin1');
  } catch {
    throw new UsageError(`${harmless(file)} cannot be read`);
  }
}

/** Findings at the lines of the chain, then those about what an application behind gets to see. */
async function findingsFor(
  { load, host, main }: Opened,
  { because, from }: Diagnosis,
  values: Values,
): Promise<readonly Finding[]> {
  const unit = readUnit(load, host, main, { fragment: false, platform: (values.platform ?? 'glibc') as Platform });
  const lines = new Set(because.flatMap(({ where }) => (where ? [lineOf(where)] : [])));
  const serious = (await runRules([unit])).filter(({ severity }) => severity !== 'info');
  const near = serious.filter((one) => lines.has(`${one.file}:${one.line}`) || unit.starts === 'no');
  const passing =
    from === 'application'
      ? serious.filter(({ rule }) => /^(?:authorization|requestheader|pass-request|proxy-set|basic-auth)/.test(rule))
      : [];
  return [...new Set([...near, ...passing])].slice(0, findingLimit);
}

function lineOf(where: Parameters<typeof locate>[0]): string {
  const { file, line } = locate(where);
  return `${file}:${line}`;
}

function json(diagnosis: Diagnosis, findings: readonly Finding[], values: Values): string {
  const { judged } = diagnosis;
  const document: DiagnoseDocument = {
    version: 1,
    config: values.config?.replaceAll('\\', '/') ?? null,
    status: diagnosis.status,
    from: diagnosis.from,
    summary: diagnosis.summary,
    because: diagnosis.because.map(reasonEntry),
    loginHelps: diagnosis.loginHelps,
    next: [...diagnosis.next],
    answers: judged && {
      anonymous: judged.anonymous.status,
      valid: judged.valid.status,
      invalid: judged.invalid.status,
    },
    findings: findings.map(({ rule, severity, message, help, file, line, column }) => ({
      rule,
      severity,
      message,
      help,
      file,
      line,
      column,
    })),
  };
  return `${JSON.stringify(document)}\n`;
}

const logins: Readonly<Record<Diagnosis['loginHelps'], string>> = {
  yes: 'a right login gets through',
  no: 'no login helps',
  'another-user': 'another login gets through, not this one',
  unknown: 'cannot be told',
};

function pretty({ summary, because, loginHelps, next }: Diagnosis, findings: readonly Finding[]): string {
  const out = [harmless(decode(summary))];
  for (const { message, where } of because) {
    const at = where ? locate(where) : null;
    out.push(`  ${harmless(message)}${at ? ` (${harmless(at.file)}:${at.line}:${at.column})` : ''}`);
  }
  out.push(`logging in: ${logins[loginHelps]}`);
  for (const one of next) out.push(`next: ${harmless(decode(one))}`);
  for (const { rule, message, help, file, line, column } of findings)
    out.push(`${harmless(file)}:${line}:${column} ${rule}: ${harmless(message)}`, `  fix: ${harmless(help)}`);
  return `${out.join('\n')}\n`;
}
