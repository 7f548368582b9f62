import type { Directive } from '../../syntax/tree.ts';

/** What the UserDir lines of a server say. */
export interface UserDirs {
  /** What stands for a user's folder, tried in order, and the line that says so; null: none does. */
  readonly folders: { readonly words: readonly string[]; readonly origin: Directive } | null;
  /** `disabled` without names: only who is enabled has one. Null: nothing is said. */
  readonly closed: boolean | null;
  /** Names in lower case, as the keys of an APR table compare. */
  readonly enabled: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
}

/** The lines of a server over those of the main one, whose lists of names are not taken over (merge_userdir_config). */
export function readUserDirs(lines: readonly Directive[], base: UserDirs | null): UserDirs | null {
  if (lines.length === 0) return base;
  let { folders, closed }: Pick<UserDirs, 'folders' | 'closed'> = base ?? { folders: null, closed: null };
  const enabled = new Set<string>();
  const disabled = new Set<string>();
  for (const origin of lines) {
    const [first = '', ...names] = origin.args.map(({ value }) => value);
    const [, word] = /^(enable|disable)d?$/i.exec(first) ?? [];
    if (word === undefined) folders = { words: [first, ...names], origin };
    else if (names.length === 0) closed = word.toLowerCase() === 'disable';
    else for (const name of names) (word.toLowerCase() === 'enable' ? enabled : disabled).add(name.toLowerCase());
  }
  return { folders, closed, enabled, disabled };
}

/** Whether `/~name` leads to a folder of the user's (mod_userdir.c, translate_userdir). */
export function hasUserDir({ closed, enabled, disabled }: UserDirs, name: string): boolean {
  const key = name.toLowerCase();
  return !/^(?:.\.\.?)?$/.test(name) && !disabled.has(key) && (closed !== true || enabled.has(key));
}

/** What a word of UserDir has before and behind the name; null: it names a folder in the home, or a URL. */
export function aroundName(word: string): readonly [before: string, after: string] | null {
  if (!word.startsWith('/')) return null;
  const star = word.indexOf('*');
  return star < 0 ? [`${word}/`, ''] : [word.slice(0, star), word.slice(star + 1)];
}
