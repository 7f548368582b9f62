import type { Inset } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import type { Yaml } from './yaml.ts';

/** A file that is a value of a YAML file: a ConfigMap's key, a Secret's, a snippet, `content:`. */
export interface Embedded {
  /** A path that nothing else has. */
  readonly path: string;
  /** What it is called there. */
  readonly key: string;
  /** Its bytes; null: they are not known. */
  readonly text: string | null;
  /** The YAML file, and as it is shown to people. */
  readonly file: string;
  readonly display: string;
  readonly inset: Inset;
}

/** The folder of the files that stand in a YAML file: no other has a name like it, and what is around it is around them. */
function partsOf(file: string): string {
  return `${file}\x01`;
}

/** Whether a YAML file may hold configuration of a server in a block of lines. */
export function mayHoldBlocks(text: string): boolean {
  return (
    /:[ \t]*\|[-+0-9]*[ \t\r]*(?:#[^\n]*)?$/m.test(text) &&
    /\b(?:auth_basic|auth_request|satisfy|AuthType|AuthUserFile|Require|AllowOverride|deny all)\b/.test(text)
  );
}

/** Blocks looked at in one file: manifests that people write have a few dozen. */
export const mostBlocks = 500;

/** The blocks of lines in a document. */
export function* blocksOf(node: Yaml): Iterable<Embedded> {
  const blocks = function* (owner: Yaml, key: string, value: Yaml): Iterable<Embedded> {
    if (value.block && value.text?.includes('\n')) yield embedded(owner, key, value);
    for (const item of value.items) yield* blocks(item, key, item);
    yield* blocksOf(value);
  };
  for (const { key, value } of node.entries) yield* blocks(node, key, value);
  for (const item of node.items) yield* blocksOf(item);
}

/** What makes bytes of the text that is written; null where it cannot. */
export type Decode = (written: string) => string | null;

/** A value as a file, in a folder with the others of its owner. */
export function embedded(owner: Yaml, key: string, value: Yaml, decode?: Decode): Embedded {
  const { source, start } = value.span;
  const path = `${partsOf(source.path)}/${owner.span.start}/${key.replace(/\/|^\.{1,2}$/g, '\x01')}`;
  const from = { path, key, file: source.path, display: source.display };
  const lines = value.block && !decode ? linesIn(value) : null;
  if (lines) return { ...from, ...lines };
  const known = value.text !== null && !value.text.includes(hole) ? value.text : null;
  const text = known !== null && decode ? decode(known) : known;
  return { ...from, text, inset: { ...source.position(start), lines: false } };
}

/** The lines of a block as they stand in the file, what templates put in included, without what indents them. */
function linesIn({ span: { source, start, end }, text }: Yaml): { text: string; inset: Inset } | null {
  const eol = source.text.indexOf('\n', start);
  const values = text!.split('\n');
  const first = values.findIndex((line) => line.trim() !== '');
  if (eol < 0 || eol >= end || first < 0) return null;
  const written = (all: string): string[] =>
    all
      .slice(eol + 1, end)
      .split('\n')
      .map((line) => line.replace(/\r$/, ''));
  const indent = Math.max(0, (written(source.text)[first]?.length ?? 0) - values[first]!.length);
  const blank = ' '.repeat(indent);
  const lines = written(source.template?.original ?? source.text)
    .slice(0, values.length - (values.at(-1) === '' ? 1 : 0))
    .map((line) => (line.startsWith(blank) ? line.slice(indent) : line.trimStart()));
  return {
    text: lines.join('\n') + (text!.endsWith('\n') ? '\n' : ''),
    inset: { line: source.lineOf(start) + 1, column: indent + 1, lines: true },
  };
}
