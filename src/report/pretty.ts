import type { Colors } from 'picocolors/types.js';
import type { Verdict } from '../predict/judge.ts';
import type { Where } from '../text/source.ts';
import type { CheckDocument, FindingEntry, ScopeEntry } from './contract.ts';
import { fileUri, leadingFile, leadingText, oneLine } from './escaping.ts';
import { excerptOf } from './excerpt.ts';
import type { Report, Terminal } from './format.ts';
import { answered, counted } from './wording.ts';

/** For people at a terminal: each finding with its excerpt, then a line per protected place, then the sum. */
export function report(given: Report & Terminal): string {
  const { document, result, colors, quiet } = given;
  const out: string[] = [];
  for (const [index, finding] of document.findings.entries()) {
    out.push(...findingLines(finding, result?.findings[index]?.where ?? null, given), '');
  }
  if (!quiet && document.scopes.length > 0) out.push(...scopeLines(document.scopes, given), '');
  if (!quiet) for (const assumption of document.assumptions) out.push(colors.dim(`assumed: ${oneLine(assumption)}`));
  for (const trouble of document.troubles) out.push(colors.yellow(`not done: ${oneLine(trouble)}`));
  if (!quiet) out.push(summary(document, colors));
  return out.length > 0 ? `${out.join('\n')}\n` : '';
}

function paint(severity: FindingEntry['severity'], colors: Colors): (text: string) => string {
  return severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
}

function* findingLines(finding: FindingEntry, where: Where | null, given: Report & Terminal): Iterable<string> {
  const { colors } = given;
  const { file, line, column, severity, rule, message, help, related, old } = finding;
  const color = paint(severity, colors);
  const head = `${leadingFile(file)}:${line}:${column}`;
  yield `${link(colors.bold(head), file, given)} ${color(severity)} ${colors.dim(`${rule}${old ? ' (in the baseline)' : ''}`)}`;
  yield `  ${leadingText(message)}`;
  const pieces = excerptOf(where, Math.max(40, Math.min(110, (given.width ?? 120) - 10)));
  if (pieces) {
    const [before, marked, after] = pieces;
    // of a text in some coding, or of an image, the line is none of the file's
    const gutter = where && 'source' in where && where.source.inset?.lines === false ? ' ' : String(line);
    yield `  ${colors.dim(`${gutter} │`)} ${oneLine(before + marked + after)}`;
    const blank = ' '.repeat(columnsOf(before));
    yield `  ${' '.repeat(gutter.length)} ${colors.dim('│')} ${blank}${color('^'.repeat(Math.max(1, columnsOf(marked))))}`;
  }
  if (help) yield `  ${colors.green('fix:')} ${oneLine(help)}`;
  for (const one of related)
    yield `  ${colors.dim(`${leadingFile(one.file)}:${one.line}:${one.column}: ${oneLine(one.message)}`)}`;
}

/** An OSC 8 link to the file around the text, where the terminal has them. */
function link(text: string, file: string, { hyperlinks, directory }: Report & Terminal): string {
  if (!hyperlinks) return text;
  const uri = fileUri(file.startsWith('/') ? file : `${directory}/${file}`);
  return `\x1b]8;;${uri}\x1b\\${text}\x1b]8;;\x1b\\`;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{Mn}/u;

/** Columns that a text takes on a terminal. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

const verdictColor: Readonly<Record<Verdict, 'green' | 'red' | 'yellow' | 'dim'>> = {
  works: 'green',
  'locked-out': 'red',
  forbidden: 'red',
  broken: 'red',
  'no-start': 'red',
  open: 'red',
  depends: 'yellow',
  unknown: 'yellow',
};

/** Scopes shown when none is wrong are cut here; what does not work is always shown. */
const scopesShown = 40;

function* scopeLines(scopes: readonly ScopeEntry[], { colors }: Terminal): Iterable<string> {
  const wrong = scopes.filter(({ verdict }) => verdict !== 'works');
  const shown = scopes.length <= scopesShown ? scopes : wrong.slice(0, scopesShown);
  yield colors.bold('Who gets in:');
  const names = shown.map(({ target }) => oneLine(target));
  const width = Math.min(40, Math.max(...names.map(columnsOf), 4));
  for (const [index, scope] of shown.entries()) {
    const { verdict, because, where } = scope;
    const label = colors[verdictColor[verdict]](verdict.padEnd(10));
    const name = names[index]!;
    const padded = name + ' '.repeat(Math.max(0, width - columnsOf(name)));
    yield `  ${label} ${padded}  ${answered(scope)}  ${colors.dim(`${oneLine(where.file)}:${where.line}`)}`;
    const last = because.at(-1);
    if (verdict !== 'works' && last) yield `  ${' '.repeat(10)} ${colors.dim(`because ${oneLine(last.message)}`)}`;
  }
  if (shown.length < scopes.length) yield colors.dim(`  and ${scopes.length - shown.length} more`);
}

function summary({ summary: sum }: CheckDocument, colors: Colors): string {
  const counts = `${counted(sum.errors, 'error')}, ${counted(sum.warnings, 'warning')}, ${counted(sum.infos, 'info')}`;
  const color = sum.errors > 0 ? colors.red : sum.warnings > 0 ? colors.yellow : colors.green;
  return `${color(counts)} ${colors.dim(`in ${counted(sum.files, 'file')}, ${counted(sum.scopes, 'protected place')}`)}`;
}
