import type { ServerImage } from '../../catalog/server-images.ts';
import type { Mapping } from '../../host/mapped.ts';
import { below } from '../../host/paths.ts';
import type { Span } from '../../text/source.ts';
import type { HealthCheck, Published } from './service.ts';

/** One path of the server and where the repository says that it comes from. */
export interface Placed {
  /** The server's path of a file or folder. */
  readonly from: string;
  /** Absolute path in the repository; null: made by a command, or by something that is not in the repository. */
  readonly to: string | null;
  /**
   * `bind`: the server sees the path itself; `copy`: its content is laid over what the image or machine has; `volume`:
   * a folder that holds only what else is placed below it.
   */
  readonly kind: 'bind' | 'copy' | 'made' | 'volume';
  /** What a volume is made of: `Secret users`. */
  readonly volume?: string;
  /** The line that says so. */
  readonly where: Span;
}

/** An image as it is named, with what commands do to its files. */
export interface FromImage {
  readonly name: string;
  readonly where: Span;
  /** Paths, or patterns of them, that are taken away. */
  readonly removed: readonly string[];
  /** Text that is put at the end of files. */
  readonly appended: readonly { readonly path: string; readonly text: string }[];
}

/** An image of which no command changes a file. */
export function pulled(name: string, where: Span): FromImage {
  return { name, where, removed: [], appended: [] };
}

/** One way in which the repository's files get to a server: a compose service, an image, a play. */
export interface Deployment {
  /** As people call it: `compose service web`. */
  readonly name: string;
  /** The file that says so; of several the first. */
  readonly by: string;
  /** Later ones beat earlier ones of the same path. */
  readonly placed: readonly Placed[];
  /** The image that it starts from; null: none, or it is not known. */
  readonly image: FromImage | null;
  /** Something changes the server's configuration in a way that is not known: a command of the image, a start of its own. */
  readonly reworked: boolean;
  /** The image's main file, where that is in force. */
  readonly main?: string;
  /** The nginx of its image. */
  readonly nginx?: ServerImage['nginx'];
  /** Whether a .dockerignore keeps a file from being copied. */
  readonly leavesOut: (file: string, placed: Placed) => boolean;
  /** Ports of the services that stand beside it. */
  readonly beside: readonly Published[];
  readonly checks: readonly HealthCheck[];
  /** Plays of a repository are for many machines: what one puts at a path is not in the way of another. */
  readonly plays?: boolean;
}

/** Folders that machines and images have: what is copied to their name goes into them. */
export const usualFolder =
  /^(?:\/|\/etc|\/etc\/(?:nginx|apache2|httpd)(?:\/(?:conf|[\w-]+\.d|(?:sites|conf|mods)-(?:available|enabled)|templates|snippets|extra))?|\/usr\/local\/apache2\/(?:conf|conf\/extra|htdocs)|\/usr\/share\/nginx\/html|\/var\/www(?:\/html|\/localhost\/htdocs)?|\/usr\/src\/app|\/app|\/tmp|\/srv|\/opt|\/root|\/run\/secrets|\/docker-entrypoint\.d)$/;

/** A path that no host has: what is placed there is made when the server is set up, and nothing is known of it. */
const nowhere = '/\x01made';

/** Where a path of the server comes from: its longest match, and the path in the repository. */
export function originOf(
  { placed }: Pick<Deployment, 'placed'>,
  path: string,
): { placed: Placed; to: string | null } | null {
  let best: { placed: Placed; to: string | null } | null = null;
  for (const one of placed) {
    const rest = below(path, one.from);
    if (rest === null || (best !== null && one.from.length < best.placed.from.length)) continue;
    best = { placed: one, to: one.to === null ? null : one.to + rest };
  }
  return best;
}

/** The paths of the server that a line of the deployment gives to a file of the repository. */
export function givenPlaces({ placed }: Pick<Deployment, 'placed'>, file: string): string[] {
  return placed.flatMap(({ from, to }) => {
    const rest = to === null ? null : below(file, to);
    return rest === null ? [] : [from === '/' && rest !== '' ? rest : from + rest];
  });
}

/** The paths at which a file of the repository comes to lie: not those where something else takes its place. */
export function placesOf(deployment: Pick<Deployment, 'placed'>, file: string): string[] {
  return givenPlaces(deployment, file).filter((path) => originOf(deployment, path)?.to === file);
}

/** The deployment as a path map. A file that is missing is told by the line that places it, not by its absence here. */
export function mappingsOf({ placed }: Deployment): Mapping[] {
  const byPath = new Map<string, Mapping>();
  for (const { from, to, kind } of placed) byPath.set(from, { from, to: to ?? nowhere, partial: kind !== 'volume' });
  return [...byPath.values()];
}
