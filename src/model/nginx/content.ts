import { join } from '../../host/paths.ts';
import type { Handler, LocationConf, NginxConfig, ServerConf } from './config.ts';
import { tableOf } from './table.ts';

/** What a location gives, as one name for each path: a file below a root, or a path of an upstream. */
export interface Content {
  readonly kind: 'files' | 'upstream';
  /** What each name begins with, in place of so many bytes of the path. */
  readonly base: string;
  readonly cut: number;
}

/** The name that a path of the location stands for; paths of one prefix keep a common prefix. */
export function targetOf({ base, cut }: Content, path: string): string {
  return cut > 0 ? base + path.slice(cut) : base + path;
}

/** What a location gives: its own content and that of the named location that try_files falls back to. */
export function contentsOf(config: NginxConfig, server: ServerConf, level: LocationConf): readonly Content[] {
  const fallback = level.tryFiles?.fallback;
  const name = fallback && 'uri' in fallback ? fallback.uri.text : '';
  const behind = name.startsWith('@') ? tableOf(server.level).named(name) : null;
  const own = contentOf(config, level);
  const other = behind && behind !== level ? contentOf(config, behind) : null;
  if (own === null) return other === null ? none : [other];
  return other === null ? [own] : [own, other];
}

const none: readonly Content[] = [];

function contentOf(config: NginxConfig, level: LocationConf): Content | null {
  const { handler } = level;
  if (!handler || handler.kind === 'fastcgi') return filesOf(config, level);
  return handler.kind === 'other' || handler.kind === 'memcached' ? null : upstreamOf(config, level, handler);
}

/** Scripts count by their file: what runs them is told which. */
function filesOf({ prefix }: NginxConfig, { settings, name }: LocationConf): Content | null {
  const root = settings.root?.value;
  if (root === undefined) return { kind: 'files', base: join(prefix, 'html'), cut: 0 };
  const { path, alias } = root;
  // the whole of an alias of a pattern is made of its captures
  if (alias < 0) return null;
  if (alias > 0) return { kind: 'files', base: path.text, cut: name.length };
  return { kind: 'files', base: path.text.endsWith('/') ? path.text.replace(/\/+$/, '') : path.text, cut: 0 };
}

function upstreamOf(config: NginxConfig, level: LocationConf, handler: Handler): Content {
  const match = /^(?:(\w+):\/\/)?([^/]+)(\/.*)?$/.exec(handler.to.text);
  const authority = match?.[2] ?? handler.to.text;
  const members = config.upstreams.get(authority);
  const base = `${handler.kind}://${(members?.length === 1 ? members[0]!.address : authority).toLowerCase()}`;
  const uri = handler.to.parts ? undefined : match?.[3];
  if (uri === undefined) return { kind: 'upstream', base, cut: 0 };
  const cut = level.kind === 'prefix' || level.kind === 'noregex' || level.kind === 'exact' ? level.name.length : 0;
  return { kind: 'upstream', base: base + uri, cut };
}
