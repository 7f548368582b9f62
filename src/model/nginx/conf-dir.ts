import { dirname } from '../../host/paths.ts';

/** The folder of the main file that a part of a configuration is most likely included by. */
export function confDirOf(path: string): string {
  const above = /^(.*)\/(?:conf\.d|[\w-]+\.d|sites-\w+|snippets|vhosts?|includes?|templates)\/[^/]+$/.exec(path);
  return above ? above[1] || '/' : dirname(path);
}
