import { absent, type FileHost } from '../host/host.ts';
import { basename, join } from '../host/paths.ts';
import { decode } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';
import { excerpt } from './excerpt.ts';

/** A part of a file of one fixture. */
interface Excerpt {
  /** Where it stands on the server. */
  readonly file: string;
  readonly language: 'apache' | 'nginx' | 'text';
  readonly text: string;
}

/** One fixture of a rule: a server root that has the mistake, or that has not. */
export interface Example {
  /** The name of its folder without bad- or good-. */
  readonly name: string;
  readonly excerpts: readonly Excerpt[];
}

export interface Examples {
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

/** Examples of each rule by its id, out of its own fixtures, which the tests hold against the rule and the server. */
export function examplesOf(host: FileHost, fixtures: string): Record<string, Examples> {
  const all: Record<string, Examples> = {};
  for (const id of namesIn(host, fixtures)) {
    const folders = namesIn(host, join(fixtures, id));
    const rootsOf = (prefix: string): Root[] =>
      folders
        .filter((name) => name.startsWith(prefix))
        .map((name) => rootOf(host, join(fixtures, `${id}/${name}`), name.slice(prefix.length)));
    const [bad, good] = [rootsOf('bad-'), rootsOf('good-')];
    if (bad.length === 0 || good.length === 0) continue;
    all[id] = {
      bad: bad.map((root) => ({ name: root.name, excerpts: excerptsOf(root, nearest(root, good), places(root, id)) })),
      good: good.map((root) => {
        const other = nearest(root, bad);
        return { name: root.name, excerpts: excerptsOf(root, other, counterparts(root, other, places(other, id))) };
      }),
    };
  }
  return all;
}

/** A line (index from 0) of a file that an example is about. */
interface Place {
  readonly file: string;
  readonly line: number;
}

/** The text files of a server root, marks taken out. */
interface Root {
  readonly name: string;
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly marks: readonly (Place & { readonly rules: readonly string[] })[];
  /** Owners and modes that are not the usual ones, as `0640 root:www-data /path`. */
  readonly modes: readonly string[];
}

const aside = /(?:^|\/)(?:answers\.json|expect\.txt|modes\.txt|mime\.types|\.keep|[^/]+\.(?:html|php|py|svg|png))$/;
const mark = /^\s*#\s*expect:\s*(.+)$/;

function rootOf(host: FileHost, folder: string, name: string): Root {
  const files = new Map<string, string[]>();
  const marks: { file: string; line: number; rules: string[] }[] = [];
  for (const file of filesBelow(host, folder)) {
    if (aside.test(file)) continue;
    const kept: string[] = [];
    for (const line of linesOf(host, folder + file)) {
      const rules = mark.exec(line)?.[1]?.split(',');
      if (rules) marks.push({ file, line: kept.length, rules: rules.map((rule) => rule.trim()) });
      else kept.push(line);
    }
    files.set(file, kept);
  }
  for (const line of linesOf(host, join(folder, 'expect.txt'))) {
    const [, base, number, rule] = /^(.+):(\d+) (\S+)$/.exec(line) ?? [];
    const file = [...files.keys()].find((one) => basename(one) === base);
    if (file && rule) marks.push({ file, line: Number(number) - 1, rules: [rule] });
  }
  const modes = linesOf(host, join(folder, 'modes.txt')).map((line) => line.replace(/^(\S+ \S+) /, '$1 /'));
  return { name, files, marks, modes };
}

function namesIn(host: FileHost, folder: string): readonly string[] {
  const names = host.list(folder);
  return absent(names) ? [] : names;
}

/** Paths below a folder, each with a leading `/`. */
function filesBelow(host: FileHost, folder: string, below = ''): string[] {
  return namesIn(host, folder + below).flatMap((name) => {
    const stat = host.stat(`${folder}${below}/${name}`);
    if (absent(stat)) return [];
    return stat.kind === 'directory' ? filesBelow(host, folder, `${below}/${name}`) : [`${below}/${name}`];
  });
}

function linesOf(host: FileHost, path: string): string[] {
  const read = host.text(path);
  return absent(read) ? [] : decode(read.text).replace(/\n$/, '').split('\n');
}

/** The places that the marks of a rule name, one a file. */
function places({ marks }: Root, id: string): Place[] {
  const own = marks.filter(({ rules }) => rules.includes(id));
  return own.filter(({ file }, index) => own.findIndex((one) => one.file === file) === index);
}

/** The same files of another root, at the first line that is not the same. */
function counterparts(root: Root, other: Root, list: readonly Place[]): Place[] {
  return list.flatMap(({ file, line }) => {
    const lines = root.files.get(file);
    if (!lines) return [];
    const first = firstDifference(lines, other.files.get(file) ?? []);
    return [{ file, line: first < 0 ? Math.min(line, lines.length - 1) : first }];
  });
}

/** Where two texts differ first, as an index into the first one; -1 where they are the same. */
function firstDifference(lines: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  const added = lines.findIndex((line) => line.trim() !== '' && !known.has(line));
  if (added >= 0) return added;
  const at = others.findIndex((line, index) => line !== lines[index]);
  return at < 0 ? (lines.length === others.length ? -1 : lines.length - 1) : Math.min(at, lines.length - 1);
}

/** Files of a root that another has not in the same form. */
function differing(root: Root, other: Root): Place[] {
  return [...root.files].flatMap(([file, lines]) => {
    const line = firstDifference(lines, other.files.get(file) ?? []);
    return line < 0 ? [] : [{ file, line }];
  });
}

function nearest(root: Root, others: readonly Root[]): Root {
  const distance = (other: Root): number => {
    let count = 0;
    for (const [file, lines] of root.files) {
      const known = new Set(other.files.get(file));
      for (const line of lines) if (!known.has(line)) count++;
    }
    return count;
  };
  return others.reduce((best, other) => (distance(other) < distance(best) ? other : best));
}

/** What an example shows: the places in question and, where these are the same in the other one, what is not. */
function excerptsOf(root: Root, other: Root, list: readonly Place[]): Excerpt[] {
  const changed = differing(root, other);
  const told = list.some(({ file }) => changed.some((one) => one.file === file));
  const shown = told ? list : [...list, ...changed.slice(0, 2)];
  const excerpts = shown.map(({ file, line }): Excerpt => {
    const lines = root.files.get(file)!;
    const language = languageOf(file);
    const text = excerpt(lines, line).map((one) => harmless(shortened(one.replaceAll('\t', '    '))));
    return { file: harmless(file), language, text: text.join('\n').replace(/^\n+|\n+$/g, '') };
  });
  if (root.modes.length === 0) return excerpts;
  return [...excerpts, { file: 'modes and owners', language: 'text', text: root.modes.join('\n') }];
}

function languageOf(file: string): Excerpt['language'] {
  if (/\/nginx\//.test(file)) return 'nginx';
  return /\/(?:apache2|httpd)\/|\.htaccess$/.test(file) ? 'apache' : 'text';
}

/** An entry of a password file with the most of its hash left out. */
function shortened(line: string): string {
  return line.replace(/^([^:]+:.*?[./+=\w]{4})([./+=\w]{12,})$/, (_, kept, rest) => `${kept}…(${rest.length} more)`);
}
