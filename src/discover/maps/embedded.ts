import type { Yaml } from './yaml.ts';

/** A block of lines in a YAML file that may be a file of its own: a ConfigMap's key, a snippet, `content:`. */
export interface Block {
  readonly key: string;
  readonly start: number;
  readonly end: number;
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

/** The blocks of lines in a document, from the first character of their first line. */
export function* blocksOf(node: Yaml, key = ''): Iterable<Block> {
  if (node.block && node.text?.includes('\n')) {
    const eol = node.span.source.text.indexOf('\n', node.span.start);
    if (eol >= 0 && eol < node.span.end) yield { key, start: eol + 1, end: node.span.end };
  }
  for (const item of node.items) yield* blocksOf(item, key);
  for (const entry of node.entries) yield* blocksOf(entry.value, entry.key);
}

/** A block with an empty line for each line before it: what is found in it stands on the lines where it stands in the file. */
export function onlyBlock(text: string, { start, end }: Block): string {
  let before = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) before++;
  return '\n'.repeat(before) + text.slice(start, end);
}
