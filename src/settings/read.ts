import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { didYouMean } from '../text/nearest.ts';
import { harmless, printable } from '../text/printable.ts';
import { override, type SettingsDocument, settingsDocument } from './schema.ts';

/** What is wrong with a configuration file, with its line and column (from 1). */
interface SettingsProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a configuration file in JSON or YAML (JSON is read as the YAML that it is, for the sake of positions). `below`:
 * the key that holds the settings, in a package.json. Either the settings or at least one problem.
 */
export function readSettings(
  text: string,
  below: readonly string[] = [],
): { settings: SettingsDocument } | { problems: SettingsProblem[] } {
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === null) return { problems: [{ message: 'it cannot be read: nested too deep', line: 1, column: 1 }] };
  const at = (offset: number, message: string): SettingsProblem => {
    const { line, col } = lines.linePos(offset);
    return { message, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ message, pos }) =>
        at(pos[0], harmless(message.split('\n')[0]!.replace(/ at line \d+.*$/, ''))),
      ),
    };
  }
  let value: unknown;
  try {
    const node = below.length > 0 ? document.getIn(below, true) : document.contents;
    value = isNode(node) ? node.toJS(document, { maxAliasCount: 100 }) : (node ?? {});
  } catch {
    return { problems: [{ message: 'it cannot be read: too many aliases', line: 1, column: 1 }] };
  }
  const result = settingsDocument.safeParse(value ?? {});
  if (result.success) return { settings: result.data };
  const problems = result.error.issues.flatMap((issue) => {
    const path = [...below, ...issue.path];
    if (issue.code !== 'unrecognized_keys') {
      return [at(startOf(document.getIn(path, true)) ?? startOf(document.contents) ?? 0, wrongValue(issue, value))];
    }
    return issue.keys.map((key) => at(keyStart(document.getIn(path, true), key), wrongKey(key, issue.path)));
  });
  return { problems };
}

function parsed(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true, logLevel: 'silent' });
  } catch {
    // the reader calls itself for each level
    return null;
  }
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

function keyStart(node: unknown, key: string): number {
  if (!isMap(node)) return startOf(node) ?? 0;
  const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
  return startOf(pair?.key) ?? startOf(node) ?? 0;
}

const { shape } = settingsDocument;
const ruleIds = Object.keys(shape.rules.unwrap().shape);

function wrongKey(key: string, path: readonly PropertyKey[]): string {
  const shown = printable(key, 60);
  if (path.at(-1) === 'rules') return `no rule is called ${shown}${didYouMean(key, ruleIds, 4)}`;
  const names = Object.keys(path.length === 0 ? shape : override.shape);
  return `no setting is called ${shown}${didYouMean(key, names)}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'a map',
  array: 'a list',
  boolean: 'true or false',
  record: 'a map',
};

function wrongValue(issue: z.core.$ZodIssue, whole: unknown): string {
  const name = issue.path.length > 0 ? issue.path.join('.') : 'the file';
  const given = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null)?.[key],
    whole,
  );
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof given === 'string' ? didYouMean(given, values) : '';
    return `${printable(name)} takes one of ${values.join(', ')}, not ${printable(JSON.stringify(given) ?? 'nothing', 60)}${near}`;
  }
  if (issue.code === 'invalid_type') return `${printable(name)} takes ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_union') return `${printable(name)} takes a text or a list of texts`;
  if (issue.code === 'invalid_key') return `${printable(name)}: a path of the server begins with /`;
  if (issue.code === 'too_small') return `${printable(name)} is empty`;
  return `${printable(name)} is not right`;
}
