import { distance } from 'fastest-levenshtein';
import { commandNames } from '../../catalog/apache.ts';

const known = new Map<string, string | null>();

/** The directive of httpd that an unknown name is most likely a misspelling of; null: none is near. */
export function nearestDirective(name: string): string | null {
  const key = name.toLowerCase();
  let nearest = known.get(key);
  if (nearest !== undefined) return nearest;
  nearest = null;
  // a slip or two, fewer in a short name
  let best = key.length < 5 ? 1 : key.length < 9 ? 2 : 3;
  if (key.length < 100) {
    for (const candidate of commandNames()) {
      if (Math.abs(candidate.length - key.length) >= best) continue;
      const apart = distance(key, candidate);
      if (apart < best) {
        best = apart;
        nearest = candidate;
      }
    }
  }
  known.set(key, nearest);
  return nearest;
}

export function isNearMiss(name: string): boolean {
  return nearestDirective(name) !== null;
}
