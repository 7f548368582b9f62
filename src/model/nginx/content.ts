import { join } from '../../host/paths.ts';
import type { Handler, LocationConf, NginxConfig, ServerConf } from './config.ts';
import { tableOf } from './location.ts';

/** What a location gives for a path, as one name: a file below a root, or a path of an upstream. */
export interface Content {
  readonly kind: 'files' | 'upstream';
  /** The name that a path of the location stands for; paths of one prefix keep a common prefix. */
  target(path: string): string;
}

/** What a location gives: its own content and that of the named location that try_files falls back to. */
export function contentsOf(config: NginxConfig, server: ServerConf, level: LocationConf): readonly Content[] {
  const fallback = level.tryFiles?.fallback;
  const name = fallback && 'uri' in fallback ? fallback.uri.text : '';
  const behind = name.startsWith('@') ? tableOf(server.level).named.get(name) : undefined;
  const own = contentOf(config, level);
  const other = behind && behind !== level ? contentOf(config, behind) : null;
  return [own, other].filter((one) => one !== null);
}

function contentOf(config: NginxConfig, level: LocationConf): Content | null {
  const { handler } = level;
  if (!handler || handler.kind === 'fastcgi') return filesOf(config, level);
  return handler.kind === 'other' || handler.kind === 'memcached' ? null : upstreamOf(config, level, handler);
}

/** Scripts count by their file: what runs them is told which. */
function filesOf({ prefix }: NginxConfig, { settings, name }: LocationConf): Content | null {
  const { path, alias } = settings.root?.value ?? { path: { text: join(prefix, 'html'), parts: null }, alias: 0 };
  // the whole of an alias of a pattern is made of its captures
  if (alias < 0) return null;
  const root = alias > 0 ? path.text : path.text.replace(/\/+$/, '');
  return { kind: 'files', target: (uri) => root + uri.slice(alias > 0 ? name.length : 0) };
}

function upstreamOf(config: NginxConfig, level: LocationConf, handler: Handler): Content {
  const match = /^(?:(\w+):\/\/)?([^/]+)(\/.*)?$/.exec(handler.to.text);
  const authority = match?.[2] ?? handler.to.text;
  const members = config.upstreams.get(authority);
  const base = `${handler.kind}://${(members?.length === 1 ? members[0]!.address : authority).toLowerCase()}`;
  const uri = handler.to.parts ? undefined : match?.[3];
  const cut = level.kind === 'prefix' || level.kind === 'noregex' || level.kind === 'exact' ? level.name.length : 0;
  return {
    kind: 'upstream',
    target: (path) => base + (uri === undefined ? path : uri + path.slice(cut)),
  };
}
