import { oneLine } from './escaping.ts';
import type { Report } from './format.ts';
import { counted } from './wording.ts';

/** Rows of either table; a job summary may have a megabyte at most. */
const rowLimit = 500;

/** A job summary in GitHub's Markdown. */
export function report({ document, quiet }: Report): string {
  const { findings, scopes, assumptions, troubles, summary } = document;
  const out = [
    '## authlint: who gets in?',
    '',
    `${bold(summary.errors, 'error')}, ${bold(summary.warnings, 'warning')}, ${bold(summary.infos, 'info')} in ${counted(summary.files, 'file')} with ${counted(summary.scopes, 'protected place')}.`,
    '',
  ];
  if (findings.length > 0) {
    out.push('| Severity | Where | Finding | Rule |', '| --- | --- | --- | --- |');
    for (const { severity, file, line, column, message, help, rule } of findings.slice(0, rowLimit)) {
      const fix = help ? `<br>Fix: ${text(help)}` : '';
      out.push(`| ${severity} | ${code(`${file}:${line}:${column}`)} | ${text(message)}${fix} | ${code(rule)} |`);
    }
    out.push('', ...more(findings.length));
  }
  if (!quiet && scopes.length > 0) {
    out.push('| Place | Verdict | No login | Right password | Wrong password | Because |');
    out.push('| --- | --- | --- | --- | --- | --- |');
    for (const { target, verdict, answers, because } of scopes.slice(0, rowLimit)) {
      const reason = verdict === 'works' ? '' : text(because.at(-1)?.message ?? '');
      out.push(
        `| ${code(target)} | ${verdict} | ${answers.anonymous} | ${answers.valid} | ${answers.invalid} | ${reason} |`,
      );
    }
    out.push('', ...more(scopes.length));
  }
  for (const one of quiet ? [] : assumptions) out.push(`- Assumed: ${text(one)}`);
  for (const one of troubles) out.push(`- Not done: ${text(one)}`);
  return `${out.join('\n').trimEnd()}\n`;
}

function bold(number: number, noun: string): string {
  return counted(number, noun).replace(/^\d+/, '**$&**');
}

function more(count: number): string[] {
  return count > rowLimit ? [`And ${count - rowLimit} more.`, ''] : [];
}

/** Text in which nothing is markup: references cannot stand for structure (CommonMark 0.31, 2.5). */
function text(untrusted: string): string {
  return oneLine(untrusted)
    .replace(/[&<>"'`*_~[\]\\|@$:#!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?<=www)\./gi, '&#46;');
}

function code(untrusted: string): string {
  return `<code>${text(untrusted)}</code>`;
}
