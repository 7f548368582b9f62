import { distance } from 'fastest-levenshtein';
import { nginxNames } from '../../catalog/nginx.ts';

const known = new Map<string, boolean>();

/** Whether an unknown name is most likely a misspelling of one of nginx's directives: a slip, two in a long name. */
export function isNearMiss(name: string): boolean {
  let near = known.get(name);
  if (near !== undefined) return near;
  const most = name.length < 5 ? 0 : name.length < 10 ? 1 : 2;
  near = false;
  if (most > 0 && name.length < 60) {
    for (const candidate of nginxNames()) {
      if (Math.abs(candidate.length - name.length) <= most && distance(name, candidate) <= most) near = true;
    }
  }
  known.set(name, near);
  return near;
}
