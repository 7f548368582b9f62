import fs from 'node:fs';
import path from 'node:path';
import type { Given, Layout } from '../discover/discover.ts';
import type { DiskView } from '../host/disk-view.ts';
import type { Mapping } from '../host/mapped.ts';
import { isAbsolute } from '../host/paths.ts';
import { checkoutOf, walked } from '../host/walk.ts';
import { commands } from '../options.ts';
import { encode, pathText } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';
import { inCheckout, isUntrusted, refuseLive, refuseOutside } from './untrusted.ts';
import { UsageError, type Values } from './usage.ts';

/** The paths of the command line with the files below them; what cannot be read is a trouble, not an end. */
export async function givenPaths(
  operands: readonly string[],
  view: DiskView,
  ignored: (file: string) => boolean = () => false,
): Promise<{ given: Given[]; troubles: string[] }> {
  const given: Given[] = [];
  const troubles: string[] = [];
  for (const operand of operands) {
    const absolute = path.resolve(operand);
    const trouble = await take(absolute, given, view, ignored);
    if (trouble) troubles.push(`${harmless(operand)}: ${trouble}`);
  }
  return { given, troubles };
}

async function take(
  absolute: string,
  given: Given[],
  view: DiskView,
  ignored: (file: string) => boolean,
): Promise<string | null> {
  const stat = fs.statSync(absolute, { throwIfNoEntry: false });
  if (!stat) {
    const { nearest } = await import('../text/nearest.ts');
    const [command] = nearest(path.basename(absolute), Object.keys(commands), 2);
    return `no such file or folder${command ? `; did you mean the command ${command}?` : ''}`;
  }
  const folder = stat.isDirectory() ? absolute : path.dirname(absolute);
  const shared = { path: encode(absolute), checkout: checkoutOf(folder) !== null };
  if (stat.isDirectory()) {
    try {
      fs.accessSync(absolute, fs.constants.R_OK | fs.constants.X_OK);
    } catch {
      return 'this folder may not be read';
    }
    const below = await walked(shared.path, view);
    const files = below.files.filter((file) => !ignored(pathText(file)));
    given.push({ ...shared, kind: 'directory', files, ignored: below.ignored });
    return null;
  }
  if (!stat.isFile()) return 'neither a file nor a folder';
  try {
    fs.accessSync(absolute, fs.constants.R_OK);
  } catch {
    return 'this file may not be read';
  }
  const file = encode(meantFile(absolute));
  given.push({ ...shared, path: file, kind: 'file', files: [file] });
  return null;
}

/**
 * What a link that is named by itself stands for, as in sites-enabled; a name as .htaccess tells what the file is. No
 * link leads out of a checkout.
 */
function meantFile(absolute: string): string {
  if (!fs.lstatSync(absolute).isSymbolicLink() || path.basename(absolute).startsWith('.ht')) return absolute;
  const top = checkoutOf(path.dirname(absolute));
  return top === null || inCheckout(absolute, top) ? fs.realpathSync(absolute) : absolute;
}

/** Where the server's files are, as the options say. */
export function layoutOf(values: Values): Layout {
  if (isUntrusted(values)) {
    refuseLive(values);
    refuseOutside([...(values.map ?? []).map((pair) => pair.slice(pair.indexOf('=') + 1)), values.root ?? '.']);
  }
  const maps: Mapping[] = (values.map ?? []).map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || !isAbsolute(pair)) {
      throw new UsageError(`--map takes SERVER=LOCAL, as in --map /etc/nginx=conf, not ${harmless(pair)}`);
    }
    const local = path.resolve(pair.slice(at + 1));
    if (!fs.existsSync(local)) throw new UsageError(`--map ${harmless(pair)}: there is no such file or folder`);
    return { from: encode(pair.slice(0, at)), to: encode(local) };
  });
  const root = values.root === undefined ? null : path.resolve(values.root);
  if (root !== null && !fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--root ${harmless(values.root!)} is not a folder`);
  }
  return { root: root === null ? null : encode(root), maps, live: values.live ?? false };
}
