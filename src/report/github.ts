import type { FindingEntry } from './contract.ts';
import { oneLine } from './escaping.ts';
import type { Report } from './format.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that GitHub Actions shows as annotations. Source: actions/toolkit, core/src/command.ts. */
export function report({ document }: Report): string {
  return document.findings.map(annotation).join('');
}

function annotation(finding: FindingEntry): string {
  const { file, line, column, endLine, endColumn, severity, rule, message, help, old } = finding;
  const properties: [string, string | number][] = [
    ['file', file],
    ['line', line],
    ['endLine', endLine],
  ];
  // the service refuses columns of a stretch over several lines
  if (endLine === line) properties.push(['col', column], ['endColumn', Math.max(endColumn, column)]);
  properties.push(['title', rule]);
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${levels[old ? 'info' : severity]} ${list}::${data(message)}${help ? `%0A${data(help)}` : ''}\n`;
}

function data(text: string): string {
  return oneLine(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
