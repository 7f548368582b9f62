import { serverImage } from '../../catalog/server-images.ts';
import { absent, type FileHost } from '../../host/host.ts';
import { basename, below } from '../../host/paths.ts';
import type { Span } from '../../text/source.ts';
import { type Deployment, originOf, placesOf } from './deployment.ts';

/** A password file that an image puts below the folder that its server gives out. */
export interface Served {
  /** Its path in the repository, as shown to people. */
  readonly local: string;
  /** The path of its URL. */
  readonly target: string;
  readonly where: Span;
}

/** Where a server's configuration is: with one of its own, what is given out is not the image's business. */
const configured = /^\/(?:etc\/(?:nginx|apache2|httpd)|usr\/local\/apache2\/conf)(?:\/|$)/;

/** Whether the image's own server gives out a password file of the repository; null: no, or that is not known. */
export function servedBy(host: FileHost, deployments: readonly Deployment[], file: string): Served | null {
  for (const deployment of deployments) {
    const image = deployment.image && serverImage(deployment.image.name);
    if (!image || deployment.reworked || deployment.placed.some(({ from }) => configured.test(from))) continue;
    if (deployment.image!.removed.some((path) => path !== '/etc/passwd')) continue;
    for (const path of placesOf(deployment, file)) {
      const target = below(path, image.web);
      if (!target || image.hides?.test(basename(path))) continue;
      const { placed } = originOf(deployment, path)!;
      if (!deployment.leavesOut(file, placed) && !absent(host.stat(file)))
        return { local: host.display(file), target, where: placed.where };
    }
  }
  return null;
}
