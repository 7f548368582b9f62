import { below, join, normalize } from '../../host/paths.ts';
import { hole } from '../../text/template.ts';
import type { Placed } from './deployment.ts';
import type { Keyed } from './keyed.ts';
import { emptyFolder } from './laid.ts';
import { itemsAt, textAt, valueAt, written, type Yaml } from './yaml.ts';

/** What finds the ConfigMap or Secret that a Pod names; null: it is not in the repository, or several may be it. */
export type FindKeyed = (kind: Keyed['kind'], name: string) => { readonly keyed: Keyed; readonly sure: boolean } | null;

/** A file of a volume, by its path in there. */
interface VolumeFile {
  readonly to: string;
  readonly mode: number | null;
}

/** A volume of ConfigMaps and Secrets, as far as it is known. */
interface Volume {
  readonly files: ReadonlyMap<string, VolumeFile>;
  /** Nothing else is in it. */
  readonly whole: boolean;
  /** `Secret users`. */
  readonly called: string;
}

const unknown: Volume = { files: new Map(), whole: false, called: '' };

/**
 * What the volumes of a Pod put where in one of its containers. `withMode`: a file as it is with another mode.
 * Source: the Kubernetes API, `volumes`, `volumeMounts`: a mounted folder hides what the image has there; a `subPath`
 * that is not in the volume becomes an empty folder.
 */
export function placedByVolumes(
  pod: Yaml,
  container: Yaml,
  find: FindKeyed,
  withMode: (path: string, mode: number) => string,
): Placed[] {
  const volumes = new Map<string, Volume>();
  for (const volume of itemsAt(pod, 'volumes')) {
    const name = valueAt(volume, 'name');
    if (name?.text) volumes.set(written(name), volumeOf(volume, find));
  }
  return itemsAt(container, 'volumeMounts').flatMap((mount): Placed[] => {
    const path = valueAt(mount, 'mountPath');
    const name = valueAt(mount, 'name');
    if (!path?.text?.startsWith('/') || path.text.includes(hole)) return [];
    const from = normalize(path.text);
    const { files, whole, called } = (name && volumes.get(written(name))) ?? unknown;
    const where = path.span;
    const made = { from, to: null, kind: 'made', where } as const;
    const sub = valueAt(mount, 'subPath');
    const part = sub?.text ? normalize(sub.text) : null;
    if (part?.includes(hole) || valueAt(mount, 'subPathExpr')) return [made];
    const inside = [...files].flatMap(([at, { to, mode }]): Placed[] => {
      const rest = part === null ? `/${at}` : below(at, part);
      if (rest === null) return [];
      return [{ from: from + rest, to: mode === null ? to : withMode(to, mode), kind: 'bind', where }];
    });
    // one file alone
    if (inside.length === 1 && inside[0]!.from === from) return inside;
    return [whole ? { from, to: emptyFolder, kind: 'volume', where, volume: called } : made, ...inside];
  });
}

function volumeOf(volume: Yaml, find: FindKeyed): Volume {
  const projected = valueAt(volume, 'projected');
  if (projected) {
    const sources = itemsAt(projected, 'sources').map((one) => sourceOf(one, modeIn(projected), find));
    return {
      files: new Map(sources.flatMap(({ files }) => [...files])),
      whole: sources.every(({ whole }) => whole),
      called: sources.map(({ called }) => called).join(' and '),
    };
  }
  const own = valueAt(volume, 'configMap') ?? valueAt(volume, 'secret');
  return own ? sourceOf(volume, modeIn(own), find) : unknown;
}

/** A ConfigMap or Secret of a volume, all of its keys or those that `items` lists. */
function sourceOf(node: Yaml, standard: number | null, find: FindKeyed): Volume {
  const { kind, source, name } = nameIn(node);
  const found = name?.text ? find(kind, written(name)) : null;
  if (!found?.keyed.files) return unknown;
  const { keyed, sure } = found;
  const items = valueAt(source, 'items');
  const files = new Map<string, VolumeFile>();
  let whole = sure && textAt(source, 'optional') !== 'true';
  if (!items) for (const [key, { path }] of keyed.files!) files.set(key, { to: path, mode: standard });
  for (const item of items?.items ?? []) {
    const path = textAt(item, 'path');
    if (!path || path.includes(hole)) {
      whole = false;
      continue;
    }
    const file = keyed.files!.get(textAt(item, 'key') ?? '');
    if (file) files.set(join('/', path).slice(1), { to: file.path, mode: modeIn(item, 'mode') ?? standard });
  }
  return { files, whole, called: `${keyed.kind} ${keyed.name}` };
}

/** A ConfigMap or Secret as a Pod names it. */
export interface NamedKeyed {
  readonly name: string;
  /** A template puts something into its name. */
  readonly unnamed: boolean;
  /** The file that names it. */
  readonly by: string;
}

/** The ConfigMaps and Secrets that the volumes of a Pod name. */
export function namedIn(pod: Yaml): NamedKeyed[] {
  const sources = itemsAt(pod, 'volumes').flatMap((volume) => [volume, ...itemsAt(volume, 'projected', 'sources')]);
  return sources.flatMap((source) => {
    const { name } = nameIn(source);
    return name?.text ? [{ name: written(name), unnamed: name.text.includes(hole), by: name.span.source.path }] : [];
  });
}

/** What a volume, or a source of one, takes its files from. */
function nameIn(node: Yaml): { kind: Keyed['kind']; source: Yaml | null; name: Yaml | null } {
  const configMap = valueAt(node, 'configMap');
  const source = configMap ?? valueAt(node, 'secret');
  const name = valueAt(source, configMap ? 'name' : 'secretName') ?? valueAt(source, 'name');
  return { kind: configMap ? 'ConfigMap' : 'Secret', source, name };
}

/** A mode as YAML 1.1 has it, octal after a zero; null: none that is written out. */
function modeIn(node: Yaml, key = 'defaultMode'): number | null {
  const text = textAt(node, key) ?? '';
  return /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : /^[1-9]\d*$/.test(text) ? Number(text) : null;
}
