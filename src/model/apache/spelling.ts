import { commandNames } from '../../catalog/apache.ts';
import { detached } from '../../text/bytes.ts';
import { nearest } from '../../text/nearest.ts';

const known = new Map<string, readonly string[]>();

/** The directives of httpd (lower case) that an unknown name is most likely a misspelling of. */
export function nearestDirectives(name: string): readonly string[] {
  if (name.length > 100) return [];
  const key = detached(name.toLowerCase());
  let found = known.get(key);
  if (!found) {
    found = nearest(key, commandNames());
    known.set(key, found);
  }
  return found;
}
