import { absent, type FileHost, linesOf } from '../../host/host.ts';
import { isAbsolute, join } from '../../host/paths.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Where } from '../../text/source.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { levelFor } from './choose.ts';
import { requestFor } from './samples.ts';
import { fixedText } from './visitors.ts';

/** A password file that a URL leads to, with nothing in the way. */
export interface ServedFile {
  readonly path: string;
  readonly server: ServerConf;
  readonly uri: string;
  /** The directive that names it, or the file itself. */
  readonly where: Where;
  /** The directive that makes its folder the root; null: nothing says. */
  readonly root: Where;
}

/** A password file, and the directive that names it or the file itself. */
interface Named {
  readonly path: string;
  readonly where: () => Where;
}

/** Password files below the roots of servers that a stranger is given. */
export function servedFiles(
  config: NginxConfig,
  host: FileHost,
  answer: (request: ServerRequest) => Answer,
): ServedFile[] {
  // beside a part of a server there may be what denies it
  if (config.partial) return [];
  const named = namedFiles(config);
  const served: ServedFile[] = [];
  const told = new Set<string>();
  /** By folder: servers often share their roots. */
  const found = new Map<string, readonly Named[]>();
  for (const server of config.servers) {
    const root = server.level.settings.root;
    if (root?.value.alias !== 0 || root.value.path.parts || !isAbsolute(root.value.path.text)) continue;
    const folder = root.value.path.text.replace(/\/$/, '');
    if (folder === '') continue;
    let files = found.get(folder);
    if (!files) {
      files = filesBelow(folder, named, host);
      found.set(folder, files);
    }
    for (const { path, where } of files) {
      if (told.has(path)) continue;
      const uri = path.slice(folder.length);
      const level = levelFor(server, uri);
      const own = level?.settings.root?.value.path.text === root.value.path.text && !level.handler;
      if (!own || answer(requestFor(server, uri)).status !== 'pass') continue;
      told.add(path);
      served.push({ path, server, uri, where: where(), root: root.origin });
    }
  }
  return served;
}

/** Password files that are named, by each folder above them. */
function namedFiles(config: NginxConfig): ReadonlyMap<string, readonly Named[]> {
  const origins = new Map<string, Directive>();
  const visit = ({ settings: { userFile, root }, locations }: LocationConf): void => {
    const text = userFile && fixedText(userFile.value, root);
    if (userFile && text) {
      origins.set(isAbsolute(text) ? text : join(config.confDir, text), userFile.origin);
    }
    for (let index = 0; index < locations.length; index++) visit(locations[index]!);
  };
  for (const { level } of config.servers) visit(level);
  const byFolder = new Map<string, Named[]>();
  for (const [path, origin] of origins) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      const one = { path, where: () => origin };
      const list = byFolder.get(folder);
      if (list) list.push(one);
      else byFolder.set(folder, [one]);
    }
  }
  return byFolder;
}

/** Password files that are there below a folder: those that are named, and those in it that show by their names. */
function filesBelow(folder: string, named: ReadonlyMap<string, readonly Named[]>, host: FileHost): readonly Named[] {
  const files = [...(named.get(folder) ?? [])];
  const known = new Set(files.map(({ path }) => path));
  const names = host.list(folder);
  for (const name of absent(names) ? [] : names) {
    const path = `${folder}/${name}`;
    if (/^\.ht(?:passwd|digest)/.test(name) && !known.has(path))
      files.push({ path, where: () => linesOf(host, path)(1, 1, 1) });
  }
  return files.filter(({ path }) => {
    const stat = host.stat(path);
    return !absent(stat) && stat.kind === 'file';
  });
}
