import type { Span } from '../../text/source.ts';
import { isDoubtful } from '../../text/template.ts';
import type { ConfigProblem, Unseen } from './config.ts';

/** The closed list of what httpd complains about in its configuration, at start or in a .htaccess file. */
export const apacheProblemCodes = [
  'apache-config-unreadable',
  'apache-line-too-long',
  'apache-section-mismatch',
  'apache-section-unclosed',
  'apache-section-argument',
  'apache-condition-invalid',
  'apache-include-failed',
  'apache-include-too-deep',
  'apache-macro-misused',
  'apache-module-not-loadable',
  'apache-no-processing-module',
  'apache-module-needs-another',
  'apache-no-listen',
  'apache-error-directive',
  'apache-directive-unknown',
  'apache-directive-not-loaded',
  'apache-directive-not-allowed',
  'apache-arguments-wrong',
  'apache-value-invalid',
  'apache-regex-invalid',
  'apache-expression-invalid',
  'apache-provider-unknown',
  'apache-require-invalid',
  'apache-require-no-effect',
] as const;
export type ApacheProblemCode = (typeof apacheProblemCodes)[number];

/** Complaints about more than one directive: in a template another branch may be the one that is put out. */
const ofTheWhole: ReadonlySet<string> = new Set<ApacheProblemCode>([
  'apache-section-mismatch',
  'apache-section-unclosed',
  'apache-line-too-long',
  'apache-directive-not-allowed',
  'apache-include-failed',
  'apache-macro-misused',
  'apache-no-processing-module',
  'apache-no-listen',
  'apache-require-no-effect',
]);

/** Complaints about what a value is. */
const ofValues: ReadonlySet<string> = new Set<ApacheProblemCode>([
  'apache-arguments-wrong',
  'apache-value-invalid',
  'apache-regex-invalid',
  'apache-expression-invalid',
]);

/** The complaints that hold whatever a template makes of the file, and whatever stands where reading was given up. */
export function certain(problems: readonly ConfigProblem[], unseen: readonly Unseen[]): ConfigProblem[] {
  const givenUp = unseen.some(({ what }) => what === 'limit');
  // what is put in from the server's environment is not known
  const filled = unseen.filter(({ what }) => what === 'variable').map(({ span }) => span);
  return problems.filter(({ code, span }) => {
    const { source, start, end } = span;
    if (ofValues.has(code) && filled.some((one) => one.source === source && one.start >= start && one.end <= end))
      return false;
    if (givenUp && code === 'apache-require-no-effect') return false;
    return !span.source.template || !(ofTheWhole.has(code) || isDoubtful(span));
  });
}

export function problem(code: ApacheProblemCode, message: string, span: Span): ConfigProblem {
  return { code, message, span };
}
