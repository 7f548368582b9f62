import { jsonText, oneLine } from './escaping.ts';
import { fingerprints } from './fingerprint.ts';
import type { Report } from './format.ts';
import { withHelp } from './wording.ts';

const levels = { error: 'critical', warning: 'major', info: 'info' } as const;

/** GitLab's Code Quality artifact. Source: GitLab documentation, "Implement a custom tool". */
export function report({ document: { findings } }: Report): string {
  const prints = fingerprints(findings);
  const issues = findings.map((finding, index) => ({
    type: 'issue',
    check_name: finding.rule,
    description: oneLine(withHelp(finding)),
    categories: ['Security'],
    fingerprint: prints[index],
    severity: levels[finding.severity],
    location: {
      path: finding.file.replace(/^\.\//, ''),
      lines: { begin: finding.line, end: finding.endLine },
    },
  }));
  return jsonText(issues);
}
