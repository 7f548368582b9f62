import { absent, type FileHost, linesOf } from '../../host/host.ts';
import { isAbsolute, join } from '../../host/paths.ts';
import type { LocationConf, NginxConfig, ServerConf } from '../../model/nginx/config.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { Where } from '../../text/source.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { requestFor } from './places.ts';

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

/** Password files below the roots of servers that a stranger is given. `levelFor`: where a path lands. */
export function servedFiles(
  config: NginxConfig,
  host: FileHost,
  answer: (request: ServerRequest) => Answer,
  levelFor: (server: ServerConf, path: string) => LocationConf | null,
): ServedFile[] {
  // beside a part of a server there may be what denies it
  if (config.partial) return [];
  const named = new Map<string, Where>();
  const served: ServedFile[] = [];
  const visit = (level: LocationConf): void => {
    const { userFile } = level.settings;
    if (userFile && !userFile.value.parts) {
      const { text } = userFile.value;
      named.set(isAbsolute(text) ? text : join(config.confDir, text), spanOf(userFile.origin));
    }
    for (const inner of level.locations) visit(inner);
  };
  for (const { level } of config.servers) visit(level);
  const told = new Set<string>();
  for (const server of config.servers) {
    const root = server.level.settings.root;
    if (root?.value.alias !== 0 || root.value.path.parts || !isAbsolute(root.value.path.text)) continue;
    const folder = root.value.path.text.replace(/\/$/, '');
    const files = new Map(named);
    const names = host.list(folder);
    for (const name of absent(names) ? [] : names) {
      const path = `${folder}/${name}`;
      if (/^\.ht(?:passwd|digest)/.test(name) && !files.has(path)) files.set(path, linesOf(host, path)(1, 1, 1));
    }
    for (const [path, where] of files) {
      if (folder === '' || !path.startsWith(`${folder}/`) || told.has(path)) continue;
      const stat = host.stat(path);
      const uri = path.slice(folder.length);
      const level = levelFor(server, uri);
      const own = level?.settings.root?.value.path.text === root.value.path.text && !level.handler;
      if (absent(stat) || stat.kind !== 'file' || !own) continue;
      if (answer(requestFor(server, uri)).status !== 'pass') continue;
      told.add(path);
      served.push({ path, server, uri, where, root: spanOf(root.origin) });
    }
  }
  return served;
}
