import { leadingFile, oneLine } from './escaping.ts';
import type { Report } from './format.ts';

/** One line a finding, as compilers print it: `file:line:column: severity: message [rule]`. */
export function report({ document }: Report): string {
  return document.findings
    .map(({ file, line, column, severity, message, rule }) => {
      return `${leadingFile(file)}:${line}:${column}: ${severity}: ${oneLine(message)} [${oneLine(rule)}]\n`;
    })
    .join('');
}
