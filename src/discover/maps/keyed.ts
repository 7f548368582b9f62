import { basename, join } from '../../host/paths.ts';
import type { Span } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import { type Decode, type Embedded, embedded } from './embedded.ts';
import { itemsAt, textAt, valueAt, written, type Yaml } from './yaml.ts';

/** A ConfigMap or Secret of the repository: files by their keys. */
export interface Keyed {
  readonly kind: 'ConfigMap' | 'Secret';
  /** As written, what templates put in included. */
  readonly name: string;
  /** A template puts something into its name. */
  readonly unnamed: boolean;
  /** Null: that of whoever applies it. */
  readonly namespace: string | null;
  /** Null: made by another controller, a template or an environment file, so that its keys are not known. */
  readonly files: ReadonlyMap<string, KeyedFile> | null;
  readonly where: Span;
}

export interface KeyedFile {
  /** Absolute: a file of the repository, or that of the part. */
  readonly path: string;
  /** Set where the value stands in the manifest; null: a generator takes the file. */
  readonly part: Embedded | null;
  readonly where: Span;
}

/** Kinds that controllers make Secrets of. */
const controlled: ReadonlySet<string> = new Set(['SealedSecret', 'ExternalSecret', 'VaultStaticSecret']);

/** The ConfigMaps and Secrets of one document, generators of a kustomization.yaml included. `folder`: its own. */
export function* keyedIn(document: Yaml, folder: string): Iterable<Keyed> {
  const kind = textAt(document, 'kind') ?? '';
  const namespace = textAt(document, 'metadata', 'namespace');
  const name = valueAt(document, 'metadata', 'name');
  if ((kind === 'ConfigMap' || kind === 'Secret') && name?.text) {
    const files = filesOf(document, kind);
    yield { kind, ...nameIn(name), namespace, files, where: document.span };
  } else if (controlled.has(kind)) {
    const made =
      valueAt(document, 'spec', 'target', 'name') ?? valueAt(document, 'spec', 'destination', 'name') ?? name;
    const sealed = valueAt(document, 'spec', 'encryptedData');
    const files = sealed && new Map(sealed.entries.map(({ key, value }) => [key, fileOf(sealed, key, value, unknown)]));
    if (made?.text) yield { kind: 'Secret', ...nameIn(made), namespace, files, where: document.span };
  }
  for (const [generator, made] of [
    ['configMapGenerator', 'ConfigMap'],
    ['secretGenerator', 'Secret'],
  ] as const)
    for (const item of itemsAt(document, generator)) {
      const given = valueAt(item, 'name');
      const space = textAt(item, 'namespace') ?? textAt(document, 'namespace');
      if (given?.text)
        yield { kind: made, ...nameIn(given), namespace: space, files: generated(item, folder), where: item.span };
    }
}

function nameIn(node: Yaml): Pick<Keyed, 'name' | 'unnamed'> {
  return { name: written(node), unnamed: node.text!.includes(hole) };
}

function filesOf(document: Yaml, kind: Keyed['kind']): Keyed['files'] {
  const sealed = valueAt(document, 'sops') !== null;
  const files = new Map<string, KeyedFile>();
  for (const field of ['data', 'binaryData', 'stringData']) {
    const map = valueAt(document, field);
    // a template may put keys in
    if (map?.text?.includes(hole)) return null;
    const coded = field === 'binaryData' || (field === 'data' && kind === 'Secret');
    const decode = sealed ? unknown : coded ? fromBase64 : undefined;
    for (const { key, value } of map?.entries ?? []) {
      if (key.includes(hole)) return null;
      files.set(key, fileOf(map!, key, value, decode));
    }
  }
  // one without any key is filled in later
  return files.size > 0 ? files : null;
}

function fileOf(owner: Yaml, key: string, value: Yaml, decode?: Decode): KeyedFile {
  const part = embedded(owner, key, value, decode);
  return { path: part.path, part, where: value.span };
}

/** What is encrypted, or filled in by another. */
const unknown: Decode = () => null;

/** The bytes that a text in base64 stands for; null: it is none. */
function fromBase64(text: string): string | null {
  const bare = text.replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? Buffer.from(bare, 'base64').toString('latin1') : null;
}

/** What a generator takes. Source: Kustomize, configMapGenerator: `files` are `path` or `key=path`, `literals` `key=value`. */
function generated(item: Yaml, folder: string): Keyed['files'] {
  const behavior = textAt(item, 'behavior');
  if (valueAt(item, 'envs') ?? valueAt(item, 'env') ?? (behavior && behavior !== 'create')) return null;
  const files = new Map<string, KeyedFile>();
  for (const one of itemsAt(item, 'files')) {
    const [, key, path = ''] = /^(?:([^=]+)=)?(.+)$/.exec(one.text ?? '') ?? [];
    if (path === '' || /^(?:https?|git):/.test(path)) return null;
    files.set(key ?? basename(path), { path: join(folder, path), part: null, where: one.span });
  }
  for (const one of itemsAt(item, 'literals')) {
    const key = /^[^=]+(?==)/.exec(one.text ?? '')?.[0];
    if (key === undefined) return null;
    const value = (literal: string): string => literal.slice(key.length + 1).replace(/^(["'])([\s\S]*)\1$/, '$2');
    files.set(key, fileOf(one, key, one, value));
  }
  return files.size > 0 ? files : null;
}

/** Whether a namespace may be another: one that a file leaves out is given when it is applied. */
export function maySharePlace(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other || one.includes(hole) || other.includes(hole);
}
