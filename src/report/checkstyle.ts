import { grouped } from '../text/grouped.ts';
import { markup } from './escaping.ts';
import type { Report } from './format.ts';
import { withHelp } from './wording.ts';

/** Checkstyle's XML, which most review tools read. */
export function report({ document: { findings } }: Report): string {
  const out = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">'];
  for (const [file, list] of grouped(findings, (one) => one.file)) {
    out.push(`  <file name="${markup(file)}">`);
    for (const finding of list) {
      const { line, column, severity, rule } = finding;
      out.push(
        `    <error line="${line}" column="${column}" severity="${severity}" message="${markup(withHelp(finding))}" source="authlint.${markup(rule)}"/>`,
      );
    }
    out.push('  </file>');
  }
  out.push('</checkstyle>');
  return `${out.join('\n')}\n`;
}
