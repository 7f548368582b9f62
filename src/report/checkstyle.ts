import type { FindingEntry } from './contract.ts';
import { markup } from './escaping.ts';
import type { Report } from './format.ts';

/** Checkstyle's XML, which most review tools read. */
export function report({ document: { findings } }: Report): string {
  const out = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">'];
  for (const [file, list] of byFile(findings)) {
    out.push(`  <file name="${markup(file)}">`);
    for (const { line, column, severity, message, help, rule } of list) {
      const text = help ? `${message}. ${help}` : message;
      out.push(
        `    <error line="${line}" column="${column}" severity="${severity}" message="${markup(text)}" source="authlint.${markup(rule)}"/>`,
      );
    }
    out.push('  </file>');
  }
  out.push('</checkstyle>');
  return `${out.join('\n')}\n`;
}

/** Findings by file, in the order of the report. */
export function byFile(findings: readonly FindingEntry[]): Map<string, FindingEntry[]> {
  const files = new Map<string, FindingEntry[]>();
  for (const finding of findings) {
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}
