import { nginxCommands } from '../../catalog/nginx.ts';
import type { Directive } from '../../syntax/tree.ts';

/** Levels that a file may be a piece of, likeliest first. */
const levels = [
  'location',
  'server',
  'http',
  'upstream',
  'events',
  'stream',
  'stream server',
  'mail',
  'mail server',
  'main',
] as const;

/** What stands in a server of each level where servers may stand. */
const inServer: Readonly<Record<string, string>> = { http: 'server', stream: 'stream server', mail: 'mail server' };

function fits({ name, children }: Directive, level: string): boolean {
  return (nginxCommands(name) ?? []).some(
    ({ contexts, block }) => block === (children !== null) && contexts.includes(level),
  );
}

/** The level that most of a fragment's directives may stand on; null: it is a whole configuration. */
export function contextOf(directives: readonly Directive[]): string | null {
  const names = new Set(directives.map(({ name }) => name));
  if (names.has('http') || names.has('events')) return null;
  let best: string = 'location';
  let most = -1;
  for (const level of levels) {
    let fitting = 0;
    for (const directive of directives) {
      // a location may stand inside another, but seldom does
      if (directive.name === 'location' && level === 'location') continue;
      if (fits(directive, level)) fitting++;
      // servers look alike from outside
      const inner = directive.name === 'server' ? inServer[level] : undefined;
      if (inner) for (const child of directive.children ?? []) if (fits(child, inner)) fitting++;
    }
    if (fitting > most) [best, most] = [level, fitting];
  }
  return best;
}
