import type { FileHost } from '../../host/host.ts';
import { absent } from '../../host/host.ts';
import { dirname } from '../../host/paths.ts';
import { fromBytes } from '../../text/bytes.ts';
import { readEnvironment } from './variables.ts';

/** Where distributions put httpd: ServerRoot by the folder of its main file. */
const roots: readonly (readonly [folder: RegExp, root: (folder: string) => string])[] = [
  [/\/etc\/apache2$/, (folder) => folder],
  [/\/etc\/httpd\/conf$/, dirname],
  [/\/(?:apache2|httpd)\/conf$/, dirname],
];

/** ServerRoot as the layout around the main file tells it; null: it does not. */
export function guessServerRoot(mainPath: string): string | null {
  const folder = dirname(mainPath);
  for (const [pattern, root] of roots) if (pattern.test(folder)) return root(folder);
  return null;
}

/** The environment that Debian's envvars file beside the main file gives httpd. */
export function environmentBeside(host: FileHost, mainPath: string): ReadonlyMap<string, string> {
  const bytes = host.read(`${dirname(mainPath)}/envvars`);
  return absent(bytes) ? new Map() : readEnvironment(fromBytes(bytes));
}
