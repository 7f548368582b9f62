import { nginxNames } from '../../catalog/nginx.ts';
import { nearest } from '../../text/nearest.ts';

const known = new Map<string, readonly string[]>();

/** The directives of nginx that an unknown name is most likely a misspelling of: a slip, two in a long name. */
export function nearestDirectives(name: string): readonly string[] {
  let found = known.get(name);
  if (!found) {
    const most = name.length < 5 ? 0 : name.length < 10 ? 1 : 2;
    found = name.length < 60 ? nearest(name, nginxNames(), most) : [];
    known.set(name, found);
  }
  return found;
}
