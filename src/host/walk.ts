import fs from 'node:fs';
import path from 'node:path';
import type { Ignore } from 'ignore';

/** Folders that never hold a server's configuration. */
const skipped = ['**/node_modules/**', '**/.git/**', '**/.hg/**', '**/.svn/**'];

/**
 * All files below a folder (absolute paths, sorted), without what .gitignore files leave out and without following
 * links out of it. Folders that cannot be read are passed over.
 */
export async function walk(folder: string): Promise<string[]> {
  return (await walked(folder)).files;
}

/** The same, and what tells whether a .gitignore leaves out a path, whether it is there or not. */
export async function walked(folder: string): Promise<{ files: string[]; ignored: (file: string) => boolean }> {
  const [{ default: glob }, { default: ignore }] = await Promise.all([import('fast-glob'), import('ignore')]);
  const options = {
    cwd: folder,
    dot: true,
    ignore: skipped,
    followSymbolicLinks: false,
    suppressErrors: true,
    deep: 200,
  };
  const names = glob.sync('**/*', { ...options, onlyFiles: false, objectMode: true });
  const real = realOf(folder) ?? folder;
  const files: string[] = [];
  const ignores = new Map<string, Ignore>();
  for (const { path: file, dirent } of names) {
    if (dirent.isSymbolicLink() ? !staysInside(path.join(folder, file), real) : !dirent.isFile()) continue;
    files.push(file);
    if (path.posix.basename(file) !== '.gitignore') continue;
    ignores.set(path.posix.dirname(file), ignore().add(bounded(readText(path.join(folder, file)))));
  }
  for (const [at, lines] of gitignoresAbove(folder)) ignores.set(at, ignore().add(bounded(lines)));
  const kept = ignores.size === 0 ? files : files.filter((file) => !ignoredBy(ignores, folder, file));
  return {
    files: kept.sort().map((file) => path.join(folder, file)),
    ignored: (file) => file.startsWith(`${folder}/`) && ignoredBy(ignores, folder, file.slice(folder.length + 1)),
  };
}

function realOf(name: string): string | null {
  try {
    return fs.realpathSync(name);
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

/** The lines of a .gitignore, without patterns that take for ever on deep paths: git's own matcher is no such. */
function bounded(lines: string): string[] {
  return lines.split('\n').filter((line) => (line.match(/\*\*/g)?.length ?? 0) <= 2);
}

/** The top of the git work tree that a folder lies in: a checkout, where files that are made at deploy time are absent. */
export function checkoutOf(folder: string): string | null {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return null;
  }
}

/** .gitignore files between the top of the checkout and the folder, by absolute folder. */
function* gitignoresAbove(folder: string): Iterable<[string, string]> {
  const top = checkoutOf(folder);
  if (top === null) return;
  for (let at = path.resolve(folder); at !== top; ) {
    at = path.dirname(at);
    const lines = readText(path.join(at, '.gitignore'));
    if (lines) yield [at, lines];
  }
}

function ignoredBy(ignores: ReadonlyMap<string, Ignore>, folder: string, file: string): boolean {
  for (const [at, rules] of ignores) {
    const below = path.isAbsolute(at)
      ? path.relative(at, path.join(folder, file))
      : at === '.'
        ? file
        : file.startsWith(`${at}/`)
          ? file.slice(at.length + 1)
          : '';
    if (below && rules.ignores(below)) return true;
  }
  return false;
}

/** No pattern file that people wrote is longer, in bytes. */
const patternLimit = 1 << 20;

/** A small regular file's text; empty for anything else, a link or FIFO among them. */
function readText(file: string): string {
  try {
    const stat = fs.lstatSync(file);
    return stat.isFile() && stat.size <= patternLimit ? fs.readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
