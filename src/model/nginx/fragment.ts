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
      const commands = nginxCommands(directive.name) ?? [];
      if (commands.some(({ contexts, block }) => block === (directive.children !== null) && contexts.includes(level)))
        fitting++;
    }
    if (fitting > most) [best, most] = [level, fitting];
  }
  return best;
}
