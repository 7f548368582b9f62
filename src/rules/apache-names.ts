import type { ApachePlace } from '../predict/apache/facts.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { Directive } from '../syntax/tree.ts';
import { asksForUser, leaves } from './apache-openings.ts';

/** What a Require user or group line names, and which of it is there. */
export interface Named {
  readonly kind: 'user' | 'group';
  readonly directive: Directive;
  readonly names: readonly string[];
  /** Names that are not in the file in force; null: it cannot be told. */
  readonly unknown: readonly string[] | null;
}

/** The users and groups that the Require lines in force at a place name, as far as files tell who there is. */
export function namedAt({ place }: JudgedPlace): readonly Named[] {
  const known = place.apache?.();
  const section = known?.settings.authz?.section;
  if (!known || !section) return [];
  return leaves(section).flatMap((leaf): Named[] => {
    const { kind } = leaf.demand;
    if (!asksForUser(leaf) || (kind !== 'user' && kind !== 'group')) return [];
    const names = namesOf(leaf.origin);
    return [{ kind, directive: leaf.origin, names, unknown: unknownOf(known, kind, names) }];
  });
}

/** The names on a Require line as written, variables left out. */
export function namesOf({ args }: Directive): string[] {
  const words = args.map(({ value }) => value);
  const from = words[0]?.toLowerCase() === 'not' ? 2 : 1;
  return words.slice(from).filter((word) => word !== '' && !word.includes('%{'));
}

function unknownOf(place: ApachePlace, kind: 'user' | 'group', names: readonly string[]): string[] | null {
  if (kind === 'group') {
    const groups = place.groups();
    return groups && names.filter((name) => !groups.some((one) => one.name.toLowerCase() === name.toLowerCase()));
  }
  const { basic, authn } = place.settings;
  const type = authn?.type?.value.text.toLowerCase();
  const providers = basic?.providers ?? [];
  // another provider may know them
  if (type !== 'basic' || providers.some(({ value }) => value !== 'file')) return null;
  const seen = names.map((name) => [name, place.knows(name)] as const);
  return seen.some(([, known]) => known === null) ? null : seen.flatMap(([name, known]) => (known ? [] : [name]));
}

/** Whether a Require in force at a place was written with commas, which a rule of its own tells. */
export function hasCommaAt(judged: JudgedPlace): boolean {
  return namedAt(judged).some(({ directive }) => hasComma(directive));
}

/** Whether a list of names was written with commas, which are part of the names for httpd. */
export function hasComma({ args }: Directive): boolean {
  return args.slice(1).some(({ value, quote }) => quote === '' && value.includes(','));
}
