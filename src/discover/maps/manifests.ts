import { absent, type FileHost } from '../../host/host.ts';
import type { LaidFiles } from '../../host/overlay.ts';
import { dirname } from '../../host/paths.ts';
import { fromBytes } from '../../text/bytes.ts';
import type { Deployment } from './deployment.ts';
import { blocksOf, type Embedded, mayHoldBlocks, mostBlocks } from './embedded.ts';
import { type Keyed, keyedIn } from './keyed.ts';
import { type AuthUrl, type IngressAuth, type JudgedIngress, judgeIngresses, readIngress } from './kubernetes.ts';
import { laidFrom } from './laid.ts';
import { deployedBy, type Workload, workloadsIn } from './workloads.ts';
import { readYaml, valueAt, type Yaml } from './yaml.ts';

/** More of a file than this is not looked at, in bytes. */
const sizeLimit = 1024 * 1024;
const manifest =
  /^[ \t]*(?:-[ \t]*)?kind:[ \t]*["']?(?:Ingress|Secret|SealedSecret|ExternalSecret|VaultStaticSecret|List)\b|^(?:secret|configMap)Generator:/m;
/** What matters where configuration stands in a manifest: the other ConfigMaps, and what mounts them. */
const mounting = /^[ \t]*(?:-[ \t]*)?kind:[ \t]*["']?ConfigMap\b|^[ \t]*(?:-[ \t]*)?volumeMounts:/m;

/** What the YAML files of a repository say. */
export interface Manifests {
  /** Ingresses with their Secrets. */
  readonly ingresses: readonly JudgedIngress[];
  readonly authUrls: readonly AuthUrl[];
  /** Files that stand in them, which may be configuration. */
  readonly parts: readonly Embedded[];
  /** Those and all others that are mounted. */
  readonly laid: LaidFiles;
  /** Containers that ConfigMaps and Secrets are mounted in. */
  readonly deployments: readonly Deployment[];
}

/** Reads the manifests among the files. `configures`: whether a part, or a file of the repository, is configuration of a server. */
export async function manifestsOf(
  host: FileHost,
  files: readonly string[],
  configures: (file: Embedded | string) => Promise<boolean>,
): Promise<Manifests> {
  const found: { ingresses: IngressAuth[]; authUrls: AuthUrl[] } = { ingresses: [], authUrls: [] };
  const parts = new Map<string, Embedded>();
  const keyed: Keyed[] = [];
  const workloads: Workload[] = [];
  const read = (document: Yaml, folder: string): void => {
    for (const item of valueAt(document, 'items')?.items ?? []) read(item, folder);
    readIngress(document, found);
    keyed.push(...keyedIn(document, folder));
    workloads.push(...workloadsIn(document));
  };
  const later: [file: string, text: string][] = [];
  for (const file of files) {
    const stat = host.stat(file);
    if (absent(stat) || stat.kind !== 'file' || stat.size > sizeLimit) continue;
    const bytes = host.read(file);
    if (absent(bytes)) continue;
    const text = fromBytes(bytes);
    const blocks = mayHoldBlocks(text);
    if (!blocks && !manifest.test(text)) {
      if (mounting.test(text)) later.push([file, text]);
      continue;
    }
    const { documents } = await readYaml(file, text, host.display(file));
    let left = blocks ? mostBlocks : 0;
    for (const document of documents) {
      read(document, dirname(file));
      for (const block of left > 0 ? blocksOf(document) : []) if (left-- > 0) parts.set(block.path, block);
    }
  }
  const taken = keyed.flatMap((one) => [...(one.files?.values() ?? [])].filter(({ part }) => part === null));
  if (await someOf([...taken.map(({ path }) => path), ...parts.values()], configures)) {
    for (const [file, text] of later)
      for (const document of (await readYaml(file, text, host.display(file))).documents) read(document, dirname(file));
  }
  const mounted = keyed.flatMap(({ files: own }) => [...(own?.values() ?? [])].flatMap(({ part }) => part ?? []));
  for (const part of mounted) if (part.text !== null && !parts.has(part.path)) parts.set(part.path, part);
  const laid = laidFrom([...mounted, ...parts.values()]);
  return {
    ingresses: judgeIngresses(found.ingresses, keyed),
    authUrls: found.authUrls,
    parts: [...parts.values()],
    laid,
    deployments: deployedBy(workloads, keyed, laid),
  };
}

async function someOf<T>(items: Iterable<T>, test: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (await test(item)) return true;
  return false;
}
