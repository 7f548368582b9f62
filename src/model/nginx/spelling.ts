import { nginxNames } from '../../catalog/nginx.ts';
import { detached } from '../../text/bytes.ts';
import { nearest } from '../../text/nearest.ts';

const known = new Map<string, readonly string[]>();

/** The directives of nginx that an unknown name is most likely a misspelling of: a slip, two in a long name. */
export function nearestDirectives(name: string): readonly string[] {
  if (name.length >= 60) return [];
  let found = known.get(name);
  if (!found) {
    const most = name.length < 5 ? 0 : name.length < 10 ? 1 : 2;
    found = nearest(name, nginxNames(), most);
    known.set(detached(name), found);
  }
  return found;
}
