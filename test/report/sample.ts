import pico from 'picocolors';
import type { JudgedPlace } from '../../src/predict/judge.ts';
import { documentOf } from '../../src/report/document.ts';
import type { DeclaringReport, Terminal } from '../../src/report/format.ts';
import type { Result } from '../../src/report/result.ts';
import type { RuleMeta } from '../../src/rules/rule.ts';
import type { Finding } from '../../src/rules/run.ts';
import { encode } from '../../src/text/bytes.ts';
import { locate, Source, type Where } from '../../src/text/source.ts';

/** Text that a configuration or file name may bring in. */
export interface Untrusted {
  readonly file: string;
  readonly message: string;
  readonly target: string;
  readonly line: string;
}

export const plain: Untrusted = {
  file: 'conf/site.conf',
  message: 'AuthName takes one argument',
  target: '/staff',
  line: 'AuthName Staff Area',
};

const meta: RuleMeta = {
  id: 'authname-unquoted',
  title: 'AuthName of several words without quotes',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: { visitor: 'Status 500.', why: 'One argument is taken.', fix: 'Quote it.', fine: 'One word.' },
};

/** A run with one finding of each severity and two places, in which the given text stands wherever text can. */
export function sampleResult({ file, message, target, line }: Untrusted = plain): Result {
  const source = new Source('/srv/site.conf', `# first\n${encode(line)}\nAuthUserFile /x\n`, file);
  const start = source.text.indexOf('\n') + 1;
  const where = { source, start, end: start + encode(line).length };
  const finding = (severity: Finding['severity'], at: Where, rest: Partial<Finding>): Finding => ({
    rule: meta.id,
    severity,
    confidence: 'certain',
    message,
    help: message,
    ...locate(at),
    where: at,
    scope: null,
    related: [{ message, where: { file, line: 3, column: 1, endColumn: 5 } }],
    fix: [],
    ...rest,
  });
  const reason = { code: 'no-auth-name', message, where } as unknown as JudgedPlace['valid']['because'][number];
  const answer = (status: JudgedPlace['valid']['status']): JudgedPlace['valid'] => ({
    status,
    wwwAuthenticate: null,
    because: [reason],
  });
  const scope = (verdict: JudgedPlace['verdict'], at: string): JudgedPlace => ({
    server: 'apache',
    place: { id: `${file}:2:${at}`, where, target: at, request: {} as never, users: () => [], remotes: [] },
    verdict,
    anonymous: answer(401),
    valid: answer(verdict === 'works' ? 'pass' : 500),
    invalid: answer(401),
    openDoors: () => [],
  });
  return {
    findings: [
      finding('error', where, { fix: [{ where: { source, start, end: start + 1 }, text: encode(line) }] }),
      finding('warning', { file, line: 9, column: 2, endColumn: 4 }, {}),
      finding('info', { file, line: 10, column: 2, endColumn: 4 }, { help: '', related: [] }),
    ],
    scopes: [scope('broken', encode(target)), scope('works', '/ok')],
    assumptions: [message],
    troubles: [message],
    files: new Map(),
    read: 2,
    milliseconds: 12.3,
    passwordFiles: [],
  };
}

export function sampleReport(
  untrusted?: Untrusted,
  rest: Partial<DeclaringReport & Terminal> = {},
): DeclaringReport & Terminal {
  const result = sampleResult(untrusted);
  return {
    document: documentOf(result),
    result,
    rules: [meta],
    version: '1.2.3',
    directory: '/home/me/my site',
    colors: pico.createColors(false),
    quiet: false,
    width: null,
    hyperlinks: false,
    ...rest,
  };
}
