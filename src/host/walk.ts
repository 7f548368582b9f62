import fs from 'node:fs';
import path from 'node:path';
import type { Ignore } from 'ignore';
import { decode, encode, pathText } from '../text/bytes.ts';
import { type DiskView, type Listing, nodePath } from './disk-view.ts';
import { dirname, join } from './paths.ts';

/** Folders that never hold a server's configuration. */
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);
/** Folders deeper than this are not entered. */
const deepest = 200;

/**
 * All files below a folder (absolute paths, bytes, in the order of their names), without what .gitignore files leave
 * out and without following links out of it. Folders that cannot be read are passed over.
 */
export async function walk(folder: string, view: DiskView): Promise<string[]> {
  return (await walked(folder, view)).files;
}

/** What lies below a folder, and what tells whether a .gitignore leaves out a path, whether it is there or not. */
export interface Walked {
  readonly files: string[];
  readonly ignored: (file: string) => boolean;
}

/** The same as `walk`, with what the .gitignore files say. */
export async function walked(folder: string, view: DiskView): Promise<Walked> {
  const real = realOf(folder) ?? folder;
  const files: string[] = [];
  const patterns = new Map<string, string>();
  const visit = (at: string, depth: number): void => {
    const listing = view.list(at);
    if (typeof listing === 'string') return;
    for (const index of order(listing)) {
      const name = listing.names[index]!;
      const kind = listing.kinds[index]!;
      const file = at === '/' ? `/${name}` : `${at}/${name}`;
      if (kind === 'directory') {
        if (depth < deepest && !skipped.has(name)) visit(file, depth + 1);
      } else if (kind === 'link' ? staysInside(file, real) : kind === 'file') {
        files.push(file);
        if (name === '.gitignore') patterns.set(at, readText(file));
      }
    }
  };
  visit(folder, 1);
  for (const [at, lines] of gitignoresAbove(folder)) patterns.set(at, lines);
  if (patterns.size === 0) return { files, ignored: () => false };
  const { default: ignore } = await import('ignore');
  const ignores = [...patterns].map(([at, lines]) => ({ at, rules: ignore().add(bounded(lines)) }));
  const named = (file: string): boolean => ignores.some(({ at, rules }) => ignoredBy(rules, at, file));
  const kept = await keptAnyhow(folder, files.filter(named));
  const ignored = (file: string): boolean => named(file) && !kept.has(file);
  return { files: files.filter((file) => !ignored(file)), ignored };
}

/** Those of the files that a .gitignore leaves out which git has all the same: they were added before, or by force. */
async function keptAnyhow(folder: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const checkout = files.length === 0 ? null : checkoutOf(pathText(folder));
  if (checkout === null) return new Set();
  const { trackedAmong } = await import('./git-index.ts');
  const top = encode(checkout);
  const below = top === '/' ? top : `${top}/`;
  const names = new Set(files.filter((file) => file.startsWith(below)).map((file) => file.slice(below.length)));
  return new Set([...(trackedAmong(checkout, names) ?? [])].map((name) => below + name));
}

/** Indexes of a folder's names as whole paths sort: what stands below a folder comes where its slash does. */
function order({ names, kinds }: Listing): readonly number[] {
  const indexes = names.map((_, index) => index);
  const last = names.length - 1;
  // names of one kind are in their order already
  if (kinds.every((kind) => kind !== 'directory') || (last === 0 && kinds[0])) return indexes;
  const keys = names.map((name, index) => (kinds[index] === 'directory' ? `${name}/` : name));
  return indexes.sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1));
}

function realOf(name: string): string | null {
  try {
    return fs.realpathSync(nodePath(name) ?? '', 'latin1');
  } catch {
    return null;
  }
}

/** Whether a link ends inside the folder, whose own path is free of links. */
function staysInside(link: string, folder: string): boolean {
  const target = realOf(link);
  return target !== null && `${target}/`.startsWith(folder === '/' ? folder : `${folder}/`);
}

/** Patterns as a .gitignore has them. */
export async function patternsOf(patterns: readonly string[]): Promise<Pick<Ignore, 'ignores'>> {
  const { default: ignore } = await import('ignore');
  return ignore().add(patterns.flatMap(bounded));
}

/** No path is longer, in bytes (PATH_MAX). */
const longestPath = 4096;

/** The lines of a .gitignore, without patterns that match no path or take for ever on deep ones: git's own matcher is no such. */
function bounded(lines: string): string[] {
  return lines.split('\n').filter((line) => line.length <= longestPath && (line.match(/\*\*/g)?.length ?? 0) <= 2);
}

/** The top of the git work tree that a folder (text) lies in: a checkout, where files that are made at deploy time are absent. */
export function checkoutOf(folder: string): string | null {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return null;
  }
}

/** .gitignore files between the top of the checkout and the folder, by folder. */
function* gitignoresAbove(folder: string): Iterable<[string, string]> {
  const checkout = checkoutOf(pathText(folder));
  if (checkout === null) return;
  const top = encode(checkout);
  for (let at = folder; at !== top; ) {
    at = dirname(at);
    const lines = readText(join(at, '.gitignore'));
    if (lines) yield [at, lines];
  }
}

function ignoredBy(rules: Ignore, at: string, file: string): boolean {
  const folder = at === '/' ? at : `${at}/`;
  return file.startsWith(folder) && file.length > folder.length && rules.ignores(decode(file.slice(folder.length)));
}

/** No pattern file that people wrote is longer, in bytes. */
const patternLimit = 1 << 20;

/** A small regular file's text; empty for anything else, a link or FIFO among them. */
function readText(file: string): string {
  try {
    const at = nodePath(file) ?? '';
    const stat = fs.lstatSync(at);
    return stat.isFile() && stat.size <= patternLimit ? fs.readFileSync(at, 'utf8') : '';
  } catch {
    return '';
  }
}
