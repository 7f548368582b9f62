import type { Colors } from 'picocolors/types.js';
import type { Answer } from '../predict/answer.ts';
import type { Verdict } from '../predict/judge.ts';
import type { Finding } from '../rules/run.ts';
import { harmless, printable } from '../text/printable.ts';
import { locate, type Span, type Where } from '../text/source.ts';
import { countOf, type Result, type Scope } from './result.ts';

export interface PrettyOptions {
  readonly colors: Colors;
  /** Findings only. */
  readonly quiet: boolean;
}

/** For people at a terminal: each finding with its excerpt, then a line per protected place, then the sum. */
export function reportPretty(result: Result, { colors, quiet }: PrettyOptions): string {
  const out: string[] = [];
  for (const finding of result.findings) out.push(...findingLines(finding, colors), '');
  if (!quiet && result.scopes.length > 0) out.push(...scopeLines(result.scopes, colors), '');
  if (!quiet) for (const assumption of result.assumptions) out.push(colors.dim(`assumed: ${harmless(assumption)}`));
  for (const trouble of result.troubles) out.push(colors.yellow(`not done: ${harmless(trouble)}`));
  if (!quiet) out.push(summary(result, colors));
  return out.length > 0 ? `${out.join('\n')}\n` : '';
}

function paint(severity: Finding['severity'], colors: Colors): (text: string) => string {
  return severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
}

function* findingLines(finding: Finding, colors: Colors): Iterable<string> {
  const { file, line, column } = locate(finding.where);
  const color = paint(finding.severity, colors);
  const head = `${harmless(file)}:${line}:${column}`;
  yield `${colors.bold(head)} ${color(finding.severity)} ${colors.dim(finding.rule)}`;
  yield `  ${harmless(finding.message)}`;
  if ('source' in finding.where) yield* excerpt(finding.where, color, colors);
  if (finding.help) yield `  ${colors.green('fix:')} ${harmless(finding.help)}`;
  for (const { message, where } of finding.related) yield `  ${colors.dim(`${point(where)}: ${harmless(message)}`)}`;
}

/** How much of a line is shown around the mistake, in characters. */
const excerptWidth = 110;

function* excerpt({ source, start, end }: Span, color: (text: string) => string, colors: Colors): Iterable<string> {
  const { line, column } = source.position(start);
  const stop = source.position(end);
  const gutter = String(line);
  const bytes = source.line(line);
  const from = source.position(start).column > 80 ? Math.max(0, column - 40) : 0;
  // harmless() may widen a character, so that the caret is placed by what is really shown before it
  const characters = [...printableLine(bytes)];
  const before = characters
    .slice(from, column - 1)
    .map(harmless)
    .join('');
  const last = stop.line === line ? Math.max(stop.column - 1, column) : characters.length;
  const marked =
    characters
      .slice(column - 1, last)
      .map(harmless)
      .join('')
      .slice(0, excerptWidth) || ' ';
  const after = characters
    .slice(last, from + excerptWidth)
    .map(harmless)
    .join('');
  yield `  ${colors.dim(`${gutter} │`)} ${from > 0 ? '…' : ''}${before}${marked}${after}`;
  const blank = ' '.repeat(before.length + (from > 0 ? 1 : 0));
  yield `  ${' '.repeat(gutter.length)} ${colors.dim('│')} ${blank}${color('^'.repeat(Math.max(1, marked.length)))}`;
}

function printableLine(bytes: string): string {
  const text = Buffer.from(bytes.slice(0, 4096), 'latin1').toString('utf8');
  return (text.includes('\ufffd') ? bytes : text).replaceAll('\t', ' ');
}

function point(where: Where): string {
  const { file, line, column } = locate(where);
  return `${harmless(file)}:${line}:${column}`;
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

function* scopeLines(scopes: readonly Scope[], colors: Colors): Iterable<string> {
  const wrong = scopes.filter(({ verdict }) => verdict !== 'works');
  const shown = scopes.length <= scopesShown ? scopes : wrong.slice(0, scopesShown);
  yield colors.bold('Who gets in:');
  const width = Math.min(40, Math.max(...shown.map(({ place }) => place.target.length), 4));
  for (const { place, verdict, anonymous, valid, invalid } of shown) {
    const answers = `no login ${said(anonymous)}, right password ${said(valid)}, wrong password ${said(invalid)}`;
    const label = colors[verdictColor[verdict]](verdict.padEnd(10));
    yield `  ${label} ${printable(place.target).padEnd(width)}  ${answers}  ${colors.dim(point(place.where))}`;
    const last = valid.because.at(-1);
    if (verdict !== 'works' && last) yield `  ${' '.repeat(10)} ${colors.dim(`because ${harmless(last.message)}`)}`;
  }
  if (shown.length < scopes.length) yield colors.dim(`  and ${scopes.length - shown.length} more`);
}

function said({ status }: Answer): string {
  return String(status);
}

function summary(result: Result, colors: Colors): string {
  const errors = countOf(result, 'error');
  const warnings = countOf(result, 'warning');
  const infos = countOf(result, 'info');
  const counts = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'info')}`;
  const color = errors > 0 ? colors.red : warnings > 0 ? colors.yellow : colors.green;
  return `${color(counts)} ${colors.dim(`in ${plural(result.read, 'file')}, ${plural(result.scopes.length, 'protected place')}`)}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === 'info' ? '' : 's'}`;
}
