import type { Node } from 'yaml';
import { readTemplate } from '../../syntax/template.ts';
import { Source, type Span } from '../../text/source.ts';

/** A node of a YAML file with its place. Strings are bytes (latin-1), as everywhere. */
export interface Yaml {
  readonly span: Span;
  /** Set for a scalar; null for a map or list. */
  readonly text: string | null;
  /** A block of lines, in which every line is the file's own. */
  readonly block: boolean;
  /** Empty unless it is a list. */
  readonly items: readonly Yaml[];
  /** Empty unless it is a map. */
  readonly entries: readonly { readonly key: string; readonly keySpan: Span; readonly value: Yaml }[];
}

/** Nodes made of one file, against aliases that multiply each other; people's files have a few thousand. */
const nodeLimit = 200_000;

/** Reads the documents of a file; templates (Helm, Jinja) as far as they are YAML without their control lines. */
export async function readYaml(path: string, text: string, display: string): Promise<Yaml[]> {
  const { isAlias, isMap, isScalar, isSeq, parseAllDocuments } = await import('yaml');
  const template = readTemplate(path, text, 'apache');
  const source = new Source(path, template?.text ?? text, display, template?.template ?? null);
  let nodes = 0;
  const made = (node: Node | null | undefined, depth: number, resolve: (node: Node) => Node | undefined): Yaml => {
    const range = node?.range ?? [0, 0, 0];
    const span = { source, start: range[0], end: range[1] };
    const empty: Yaml = { span, text: null, block: false, items: [], entries: [] };
    if (!node || depth > 60 || nodes++ > nodeLimit) return empty;
    if (isAlias(node)) return made(resolve(node), depth + 1, resolve);
    if (isScalar(node)) {
      const block = node.type === 'BLOCK_LITERAL';
      return { ...empty, text: node.value === null ? '' : String(node.source ?? node.value), block };
    }
    if (isSeq(node)) return { ...empty, items: node.items.map((item) => made(item as Node, depth + 1, resolve)) };
    if (!isMap(node)) return empty;
    const entries = node.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      const at = key.range ?? [0, 0, 0];
      const merged = String(key.value) === '<<' ? made(value as Node, depth + 1, resolve).entries : [];
      const own = {
        key: String(key.value),
        keySpan: { source, start: at[0], end: at[1] },
        value: made(value as Node, depth + 1, resolve),
      };
      return [...merged, own];
    });
    return { ...empty, entries };
  };
  let documents: ReturnType<typeof parseAllDocuments>;
  try {
    documents = parseAllDocuments(source.text, { logLevel: 'silent', strict: false, uniqueKeys: false, merge: false });
  } catch {
    // the reader calls itself for each level
    return [];
  }
  return documents.map((one) =>
    made(one.contents as Node | null, 0, (node) => (isAlias(node) ? node.resolve(one) : node)),
  );
}

/** The value at a chain of keys; null where it is not there. */
export function valueAt(node: Yaml | null, ...keys: readonly string[]): Yaml | null {
  let at = node;
  for (const key of keys) at = at?.entries.findLast((entry) => entry.key === key)?.value ?? null;
  return at;
}

/** A scalar's text at a chain of keys. */
export function textAt(node: Yaml | null, ...keys: readonly string[]): string | null {
  return valueAt(node, ...keys)?.text ?? null;
}

/** The items of the list at a chain of keys; none where it is not there. */
export function itemsAt(node: Yaml | null, ...keys: readonly string[]): Yaml['items'] {
  return valueAt(node, ...keys)?.items ?? [];
}

/** The entries of the map at a chain of keys; none where it is not there. */
export function entriesAt(node: Yaml | null, ...keys: readonly string[]): Yaml['entries'] {
  return valueAt(node, ...keys)?.entries ?? [];
}

/** The words of a command: a text, or a list of them. */
export function wordsOf(command: Yaml | null): string {
  return command?.text ?? command?.items.map(({ text }) => text ?? '').join(' ') ?? '';
}

/** A scalar as it is written, so that what templates put in compares as what it is called; blanks in it count as one. */
export function written({ span: { source, start, end }, text }: Yaml): string {
  if (!source.template) return text ?? '';
  const whole = source.template.original.slice(start, end).trim();
  return whole.replace(/^(["'])(.*)\1$/s, '$2').replace(/\s+/g, ' ');
}
