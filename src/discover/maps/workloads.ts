import type { LaidFiles } from '../../host/overlay.ts';
import { dirname } from '../../host/paths.ts';
import { hole } from '../../text/template.ts';
import { type Deployment, pulled } from './deployment.ts';
import { startsPlainly } from './image-commands.ts';
import { type Keyed, maySharePlace } from './keyed.ts';
import { probesOf } from './probes.ts';
import { type FindKeyed, placedByVolumes } from './volumes.ts';
import { itemsAt, textAt, valueAt, wordsOf, type Yaml } from './yaml.ts';

/** A Pod, or what makes Pods, of a manifest. */
export interface Workload {
  /** `Deployment front`. */
  readonly name: string;
  readonly namespace: string | null;
  /** The Pod's own specification. */
  readonly pod: Yaml;
}

/** The Pods of one document. Source: the Kubernetes API; other controllers hold a Pod template in the same place. */
export function* workloadsIn(document: Yaml): Iterable<Workload> {
  const spec = valueAt(document, 'spec');
  const pod =
    textAt(document, 'kind') === 'Pod'
      ? spec
      : (valueAt(spec, 'template', 'spec') ?? valueAt(spec, 'jobTemplate', 'spec', 'template', 'spec'));
  if (!pod || !valueAt(pod, 'containers')) return;
  yield {
    name: `${textAt(document, 'kind') ?? ''} ${textAt(document, 'metadata', 'name') ?? ''}`.trim(),
    namespace: textAt(document, 'metadata', 'namespace'),
    pod,
  };
}

/** The containers that ConfigMaps and Secrets of the repository are mounted in. `laid`: takes files that a mount gives another mode. */
export function deployedBy(workloads: readonly Workload[], keyed: readonly Keyed[], laid: LaidFiles): Deployment[] {
  const withMode = (path: string, mode: number): string => {
    const file = laid.files.get(path);
    // the files of a checkout have no modes of a server
    if (!file) return path;
    const other = `${path}\x01${mode.toString(8)}`;
    laid.add(other, { ...file, mode }, dirname(path));
    return other;
  };
  return workloads.flatMap((workload) => {
    const { pod, name } = workload;
    const find = finderFor(workload, keyed);
    const owner = ownerKnown(pod);
    return itemsAt(pod, 'containers').flatMap((container): Deployment[] => {
      const known = owner && ownerKnown(container);
      const placed = placedByVolumes(pod, container, find, known ? withMode : (path) => path);
      if (!placed.some(({ kind }) => kind !== 'made')) return [];
      const image = valueAt(container, 'image');
      const start = ['command', 'args'].map((key) => wordsOf(valueAt(container, key))).join(' ');
      return [
        {
          name: `${container.span.source.display}, container ${textAt(container, 'name') ?? ''} of ${name}`,
          by: container.span.source.path,
          placed,
          image: image?.text && !image.text.includes(hole) ? pulled(image.text, image.span) : null,
          reworked: !startsPlainly(start),
          leavesOut: () => false,
          beside: [],
          checks: probesOf(container),
        },
      ];
    });
  });
}

/** Whether files of volumes belong to root and the server starts as root, as far as is said. */
function ownerKnown(node: Yaml): boolean {
  const context = valueAt(node, 'securityContext');
  return ['runAsUser', 'runAsGroup', 'fsGroup', 'runAsNonRoot'].every((field) => valueAt(context, field) === null);
}

/** By name: of the same file first, then of the same folder, then the only one there is. */
function finderFor({ namespace, pod }: Workload, keyed: readonly Keyed[]): FindKeyed {
  const file = pod.span.source.path;
  return (kind, name) => {
    const named = keyed.filter(
      (one) => one.kind === kind && one.name === name && maySharePlace(one.namespace, namespace),
    );
    const pick =
      only(named.filter(({ where }) => where.source.path === file)) ??
      only(named.filter(({ where }) => dirname(where.source.path) === dirname(file))) ??
      only(named);
    if (!pick) return null;
    // another of the name may be laid over it, and a template may put more in
    const sure = named.length === 1 && !pick.where.source.template && !pod.span.source.template;
    return { keyed: pick, sure };
  };
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? list[0]! : null;
}
