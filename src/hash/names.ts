import { kindOf } from '../syntax/passwords-kind.ts';
import { printable } from '../text/printable.ts';

/** Whether a text (bytes) has the look of a hash: such a one is never shown, wherever it was pasted to. */
export function looksLikeHash(text: string): boolean {
  const bare = text.replace(/^['"\s]+/, '');
  const kind = kindOf(bare);
  // thirteen small letters are a name
  if (kind === 'des' && !/[0-9A-Z]/.test(bare)) return false;
  return kind !== 'text' && kind !== 'empty' && kind !== 'templated';
}

/** A user name as it is shown in a message, which a hash in its place is not. */
export function shownName(name: string): string {
  if (name.trim() === '') return 'nobody';
  return looksLikeHash(name) ? 'the user whose name looks like a hash' : printable(name.trim(), 60);
}

/** The user of a line as it is shown; not where the field behind is no hash, since then the two may be swapped. */
export function shownOwner(user: string, field: string): string {
  const kind = kindOf(field.trim());
  return kind === 'text' || kind === 'empty' ? 'this user' : shownName(user);
}
