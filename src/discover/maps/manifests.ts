import type { FileHost } from '../../host/host.ts';
import type { LaidFiles } from '../../host/overlay.ts';
import { dirname } from '../../host/paths.ts';
import type { Deployment } from './deployment.ts';
import { blocksOf, type Embedded, mayHoldBlocks, mostBlocks } from './embedded.ts';
import { type Keyed, type KeyedFile, keyedIn } from './keyed.ts';
import { type AuthUrl, type IngressAuth, type JudgedIngress, judgeIngresses, readIngress } from './kubernetes.ts';
import { laidFrom } from './laid.ts';
import { type NamedKeyed, namedIn } from './volumes.ts';
import { wholeText } from './whole.ts';
import { deployedBy, type Workload, workloadsIn } from './workloads.ts';
import { itemsAt, readYaml, type Yaml } from './yaml.ts';

const manifest =
  /^[ \t]*(?:-[ \t]*)?kind:[ \t]*["']?(?:Ingress|Secret|SealedSecret|ExternalSecret|VaultStaticSecret|List)\b|^(?:secret|configMap)Generator:/m;
/** What matters only where it has to do with configuration: other ConfigMaps, and what mounts them. */
const mounts = /^[ \t]*volumeMounts:/m;
const configMap = /^[ \t]*(?:-[ \t]*)?kind:[ \t]*["']?ConfigMap\b/m;

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
  const all = new Reader(host);
  const later: Unread[] = [];
  for (const file of files) {
    const text = wholeText(host, file);
    if (text === null) continue;
    const blocks = mayHoldBlocks(text);
    if (blocks || manifest.test(text)) await all.read({ file, text }, blocks);
    else if (mounts.test(text) || configMap.test(text)) later.push({ file, text });
  }
  const told = new Set<string>();
  for (const part of all.parts.values()) if (await configures(part)) told.add(part.path);
  for (const { path, part } of all.keyedFiles()) if (part === null && (await configures(path))) told.add(path);
  // Pods that mount them, then what else those mount
  const telling = all.keyed.filter((one) => [...(one.files?.values() ?? [])].some(({ path }) => told.has(path)));
  const pods = naming(
    later,
    telling.map(({ name, unnamed, where }) => ({ name, unnamed, by: where.source.path })),
  );
  for (const file of pods) if (mounts.test(file.text)) await all.read(file, false);
  const named = all.workloads.flatMap(({ pod }) => namedIn(pod));
  const others = naming(later, told.size > 0 ? named : []);
  for (const file of others) if (!pods.has(file) && configMap.test(file.text)) await all.read(file, false);
  const mounted = [...all.keyedFiles()].flatMap(({ part }) => part ?? []);
  const laid = laidFrom([...mounted, ...all.parts.values()]);
  const deployments = deployedBy(all.workloads, all.keyed, laid);
  // what stands beside configuration on a server goes with it
  const beside = deployments.filter(({ placed }) => placed.some(({ to }) => to !== null && told.has(to)));
  const there = new Set(beside.flatMap(({ placed }) => placed.map(({ to }) => to)));
  const parts = [...all.parts.values(), ...mounted.filter(({ path, text }) => text !== null && there.has(path))];
  return {
    ingresses: judgeIngresses(all.ingresses, all.keyed),
    authUrls: all.authUrls,
    parts: [...new Map(parts.map((part) => [part.path, part])).values()],
    laid,
    deployments,
  };
}

/** A file whose text has not been taken apart. */
interface Unread {
  readonly file: string;
  readonly text: string;
}

/** Collects what documents say. */
class Reader {
  readonly #host: FileHost;
  readonly ingresses: IngressAuth[] = [];
  readonly authUrls: AuthUrl[] = [];
  readonly keyed: Keyed[] = [];
  readonly workloads: Workload[] = [];
  /** Blocks of lines, by their paths. */
  readonly parts = new Map<string, Embedded>();

  constructor(host: FileHost) {
    this.#host = host;
  }

  /** `blocks`: whether blocks of lines in it may be configuration. */
  async read({ file, text }: Unread, blocks: boolean): Promise<void> {
    let left = blocks ? mostBlocks : 0;
    for (const document of await readYaml(file, text, this.#host.display(file))) {
      this.#document(document, dirname(file));
      for (const block of left > 0 ? blocksOf(document) : []) if (left-- > 0) this.parts.set(block.path, block);
    }
  }

  #document(document: Yaml, folder: string): void {
    for (const item of itemsAt(document, 'items')) this.#document(item, folder);
    readIngress(document, this);
    this.keyed.push(...keyedIn(document, folder));
    this.workloads.push(...workloadsIn(document));
  }

  *keyedFiles(): Iterable<KeyedFile> {
    for (const { files } of this.keyed) yield* files?.values() ?? [];
  }
}

/** Files in which one of the names stands; what a template names is looked for in its own chart. */
function naming(files: readonly Unread[], names: readonly NamedKeyed[]): Set<Unread> {
  const words = new Set(names.filter(({ unnamed }) => !unnamed).map(({ name }) => name));
  const charts = new Set(names.filter(({ unnamed }) => unnamed).map(({ by }) => chartOf(by)));
  return new Set(
    files.filter(({ file, text }) => {
      if (charts.has(chartOf(file))) return true;
      if (words.size === 0) return false;
      for (const [word] of text.matchAll(/[\w.-]+/g)) if (words.has(word)) return true;
      return false;
    }),
  );
}

/** The folder of templates that a file stands below, or its own. */
function chartOf(file: string): string {
  return /^(.*\/templates)\//.exec(file)?.[1] ?? dirname(file);
}
