import fs from 'node:fs';
import path from 'node:path';
import type { CheckDocument } from '../report/contract.ts';
import { type FormatName, formatNames, formats, type Report } from '../report/format.ts';
import { type Result, severities } from '../report/result.ts';
import { harmless } from '../text/printable.ts';
import { writeOut } from './standard-output.ts';
import { terminalOf } from './terminal.ts';
import { UsageError, type Values } from './usage.ts';

/** One format and where it goes. */
export interface Output {
  readonly format: FormatName;
  /** null: standard output. */
  readonly file: string | null;
}

/** Formats that are lines for a log: they may share standard output. */
const logs: ReadonlySet<FormatName> = new Set(['pretty', 'unix', 'github']);

/**
 * `--format a --output f --format b`: each --output belongs to the --format before it. Without a format it is pretty;
 * beside it GitHub Actions gets annotations.
 */
export function outputsOf(given: readonly { readonly name: string; readonly value: string }[]): Output[] {
  const outputs: { format: FormatName; file: string | null }[] = [];
  let open = false;
  for (const { name, value } of given) {
    if (name === 'format') {
      if (!formatNames.includes(value as FormatName)) {
        throw new UsageError(`--format takes one of ${formatNames.join(', ')}, not ${harmless(value)}`);
      }
      outputs.push({ format: value as FormatName, file: null });
      open = true;
    } else if (name === 'output') {
      if (!open) throw new UsageError('--output FILE follows the --format that it is for');
      outputs.at(-1)!.file = value === '-' ? null : value;
      open = false;
    }
  }
  if (!outputs.some(({ file }) => file === null) && !open && outputs.length === 0)
    outputs.push({ format: 'pretty', file: null });
  const shown = outputs.filter(({ file }) => file === null);
  const pretty = shown.some(({ format }) => format === 'pretty');
  if (pretty && process.env.GITHUB_ACTIONS === 'true' && !outputs.some(({ format }) => format === 'github')) {
    outputs.push({ format: 'github', file: null });
  }
  if (shown.length > 1 && !shown.every(({ format }) => logs.has(format))) {
    throw new UsageError('only one format can go to standard output; give the others an --output FILE');
  }
  return outputs;
}

/** Prints a result in every format asked for, loading no other. */
export async function print(document: CheckDocument, result: Result | null, values: Values): Promise<void> {
  for (const { format, file } of values.outputs ?? outputsOf([])) {
    // standard output has the diff
    if (values['fix-dry-run'] && file === null) continue;
    const directory = process.cwd().split(path.sep).join('/');
    const given: Report = { document, result, version: __VERSION__, directory, quiet: values.quiet ?? false };
    write(await reported(format, given, file, values), file);
  }
}

async function reported(
  format: FormatName,
  given: Report,
  file: string | null,
  values: Values,
): Promise<string | Iterable<string>> {
  switch (format) {
    case 'json':
      return (await formats.json()).pieces(given);
    case 'pretty': {
      const { report } = await formats.pretty();
      return report({ ...given, ...(await terminalOf(values, file === null)) });
    }
    case 'sarif': {
      const [{ report }, { documentedRules }] = await Promise.all([formats.sarif(), import('./documented-rules.ts')]);
      return report({ ...given, rules: documentedRules() });
    }
    default:
      return (await formats[format]()).report(given);
  }
}

/** Writes a text, or its pieces, to a file, its folder made where it is missing, or to standard output. */
export function write(text: string | Iterable<string>, file: string | null): void {
  const pieces = typeof text === 'string' ? [text] : text;
  if (file === null) {
    writeOut(pieces);
    return;
  }
  try {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = fs.constants;
    // a link may have come with a stranger's checkout; those of /dev are the system's
    const follow = path.resolve(file).startsWith('/dev/') ? 0 : O_NOFOLLOW;
    const fd = fs.openSync(file, O_WRONLY | O_CREAT | O_TRUNC | follow, 0o666);
    try {
      for (const piece of pieces) fs.writeFileSync(fd, piece);
    } finally {
      fs.closeSync(fd);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP')
      throw new UsageError(`${harmless(file)} is a link, which is not written through`);
    throw new UsageError(`${harmless(file)} cannot be written`);
  }
}

/** Whether something that is not in the baseline reaches `--fail-on`. */
export function failing({ findings }: CheckDocument, values: Values): boolean {
  const least = severities.indexOf((values['fail-on'] ?? 'error') as (typeof severities)[number]);
  return findings.some(({ severity, old }) => !old && severities.indexOf(severity) >= least);
}
