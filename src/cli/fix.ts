import fs from 'node:fs';
import path from 'node:path';
import { unifiedDiff } from '../fix/diff.ts';
import { type Mending, mend } from '../fix/mend.ts';
import { DiskView } from '../host/disk-view.ts';
import { ReplaceError, replaceable, replaceFile } from '../host/replace.ts';
import { type LintRequest, lint } from '../lint.ts';
import type { Result } from '../report/result.ts';
import { encode, fromBytes, pathText } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';
import { UsageError, type Values } from './usage.ts';

export interface Fixed {
  readonly result: Result;
  /** Whether an edit could not be written. */
  readonly failed: boolean;
}

/** `check --fix` and `--fix-dry-run`: mends what is certain, or prints the edits as a diff; the result is what is left. */
export async function fix(request: LintRequest, values: Values): Promise<Fixed> {
  if (request.shard) throw new UsageError('--fix goes with a whole run, not with --shard');
  if (values['fix-dry-run'] && values.outputs?.some(({ format, file }) => format !== 'pretty' && file === null)) {
    throw new UsageError('--fix-dry-run prints a diff: give other formats an --output FILE');
  }
  const files = new Files(request);
  const mending = await mend(
    (texts) => lint({ ...request, view: new DiskView(files.overlay(texts)) }),
    (file) => files.read(file),
  );
  for (const { finding, why } of mending.refused) {
    const { file, line, column } = finding;
    say(`${file}:${line}:${column}: ${finding.rule} is not mended: ${why}`);
  }
  const failed = values['fix-dry-run'] ? show(mending, files) : replace(mending, files);
  return { result: mending.result, failed };
}

/** Files by their names as shown to people. */
class Files {
  /** Folders that edits may reach. */
  readonly #folders: readonly string[];
  readonly #real = new Map<string, { readonly path: string; readonly bytes: Buffer }>();
  /** Why files are not mended. */
  readonly refused = new Map<string, string>();

  constructor({ given, layout }: LintRequest) {
    this.#folders = [
      ...given.map(({ path: name, kind }) => (kind === 'directory' ? name : path.dirname(name))),
      ...(layout.root === null ? [] : [layout.root]),
      ...layout.maps.map(({ to }) => to),
    ].map(pathText);
  }

  /** The text (bytes) of a file that may be replaced, else null. */
  read(file: string): string | null {
    try {
      const real = replaceable(path.resolve(file), this.#folders);
      const bytes = fs.readFileSync(real);
      this.#real.set(file, { path: real, bytes });
      return fromBytes(bytes);
    } catch (error) {
      this.refused.set(file, error instanceof ReplaceError ? error.message : 'it cannot be read');
      return null;
    }
  }

  /** New texts by the real paths (bytes) of their files. */
  overlay(texts: ReadonlyMap<string, string>): Map<string, Uint8Array> {
    return new Map([...texts].map(([file, text]) => [encode(this.#real.get(file)!.path), Buffer.from(text, 'latin1')]));
  }

  replace(file: string, text: string): void {
    const { path: real, bytes } = this.#real.get(file)!;
    replaceFile(real, bytes, Buffer.from(text, 'latin1'));
  }
}

function show({ files, result }: Mending, known: Files): boolean {
  const passwords = new Set(result.passwordFiles);
  for (const [file, { before, after }] of files) {
    process.stdout.write(unifiedDiff(file, before, after, passwords.has(file)));
  }
  return complain(known);
}

function replace({ files, count }: Mending, known: Files): boolean {
  let written = 0;
  for (const [file, { after }] of files) {
    try {
      known.replace(file, after);
      written++;
    } catch (error) {
      if (!(error instanceof ReplaceError)) throw error;
      known.refused.set(file, error.message);
    }
  }
  if (written > 0) say(`${count} mended in ${written} ${written === 1 ? 'file' : 'files'}`);
  return complain(known);
}

function complain({ refused }: Files): boolean {
  for (const [file, why] of refused) say(`${file} is not mended: ${why}`);
  return refused.size > 0;
}

function say(text: string): void {
  process.stderr.write(`authlint: ${harmless(text)}\n`);
}
