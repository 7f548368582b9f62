import { grouped } from '../text/grouped.ts';
import type { FindingEntry, ScopeEntry } from './contract.ts';
import { markup } from './escaping.ts';
import type { Report } from './format.ts';
import { answered } from './wording.ts';

/**
 * JUnit's XML as Jenkins, GitLab and Azure read it: a suite of findings for each file (errors and warnings fail, infos
 * and what stands in the baseline pass with a note), and one of the protected places, which pass where a right password gets in.
 */
export function report({ document: { findings, scopes, summary } }: Report): string {
  const suites: string[] = [];
  let tests = 0;
  let failures = 0;
  const add = (name: string, cases: readonly { failed: boolean; xml: string }[]): void => {
    const failed = cases.filter((one) => one.failed).length;
    tests += cases.length;
    failures += failed;
    suites.push(
      `  <testsuite name="${markup(name)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0">`,
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    );
  };
  for (const [file, list] of grouped(findings, (one) => one.file)) add(file, list.map(findingCase));
  if (scopes.length > 0) add('who gets in', scopes.map(scopeCase));
  // a file without a single test counts as a broken upload
  if (tests === 0) add('authlint', [{ failed: false, xml: testcase('authlint', 'no findings', '') }]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="authlint" tests="${tests}" failures="${failures}" errors="0" time="${(summary.ms / 1000).toFixed(3)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function findingCase({ rule, severity, message, help, file, line, column, old }: FindingEntry) {
  const text = `${file}:${line}:${column}: ${message}`;
  const body = `${markup(text)}${help ? `\nFix: ${markup(help)}` : ''}`;
  const failed = severity !== 'info' && !old;
  const inner = failed
    ? `<failure type="${severity}" message="${markup(message)}">${body}</failure>`
    : `<system-out>${body}</system-out>`;
  return { failed, xml: testcase(file, `${rule} at ${line}:${column}`, inner) };
}

const bad: ReadonlySet<ScopeEntry['verdict']> = new Set(['locked-out', 'forbidden', 'broken', 'no-start', 'open']);

function scopeCase(scope: ScopeEntry) {
  const { target, verdict, where, because } = scope;
  const failed = bad.has(verdict);
  const said = answered(scope);
  const reasons = because.map(({ message }) => `\nbecause ${markup(message)}`).join('');
  const inner = failed
    ? `<failure type="${verdict}" message="${markup(`${verdict}: ${said}`)}">${markup(said)}${reasons}</failure>`
    : `<system-out>${markup(`${verdict}: ${said}`)}</system-out>`;
  return { failed, xml: testcase(`${where.file}:${where.line}`, target, inner) };
}

function testcase(classname: string, name: string, inner: string): string {
  return `    <testcase classname="${markup(classname)}" name="${markup(name)}" time="0">${inner}</testcase>`;
}
