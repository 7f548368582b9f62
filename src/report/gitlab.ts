import { jsonText, oneLine } from './escaping.ts';
import { fingerprints } from './fingerprint.ts';
import type { Report } from './format.ts';

const levels = { error: 'critical', warning: 'major', info: 'info' } as const;

/** GitLab's Code Quality artifact. Source: GitLab documentation, "Implement a custom tool". */
export function report({ document: { findings } }: Report): string {
  const prints = fingerprints(findings);
  const issues = findings.map(({ rule, severity, message, help, file, line, endLine }, index) => ({
    type: 'issue',
    check_name: rule,
    description: oneLine(help ? `${message}. ${help}` : message),
    categories: ['Security'],
    fingerprint: prints[index],
    severity: levels[severity],
    location: { path: file.replace(/^\.\//, ''), lines: { begin: line, end: endLine } },
  }));
  return jsonText(issues);
}
