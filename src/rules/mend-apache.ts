import { apacheModules, commandsNamed } from '../catalog/apache.ts';
import { authnProviders, authzProviders } from '../model/apache/providers.ts';
import { nearestDirectives } from '../model/apache/spelling.ts';
import { nearest } from '../text/nearest.ts';
import type { Span, Where } from '../text/source.ts';
import { edit, line, type Meanings, type Mend, meantAs, renameTo, type Word, wordsOf } from './mend.ts';

const meanings: Meanings = (name) =>
  commandsNamed(name.toLowerCase()).length > 0 ? [] : nearestDirectives(name).map((key) => commandsNamed(key)[0]!.name);

/** `write NAME`, where the directive is most likely meant as another. */
export function meant(where: Where | null): string | null {
  return meantAs(where, meanings);
}

/** The name of a directive as it is most likely meant, where no other is as near; sections have two names to mend. */
export const rename: Mend = renameTo(meanings);

/** Words that a directive takes as arguments. */
const vocabularies: Readonly<Record<string, () => readonly string[]>> = {
  authtype: () => ['Basic', 'Digest', 'Form', 'None'],
  authbasicprovider: () => authnProviders,
  authdigestprovider: () => authnProviders,
  require: () => [...authzProviders, 'not'],
  loadmodule: () => apacheModules().map(({ symbol }) => symbol),
};

/** The argument that httpd does not know, with the words it is most likely meant as. */
function misspelt(
  where: Where | null,
): { readonly span: Span; readonly word: Word; readonly meant: readonly string[] } | null {
  const at = line(where);
  const [name, ...args] = at ? wordsOf(at.text) : [];
  const key = name?.value.toLowerCase() ?? '';
  const words = Object.hasOwn(vocabularies, key) ? vocabularies[key]!() : [];
  // what follows the kind of a requirement, or the name of a module, is the user's own
  const looked = key === 'require' ? args.slice(0, args[0]?.value === 'not' ? 2 : 1) : args;
  const word = (key === 'loadmodule' ? looked.slice(0, 1) : looked).find(({ value }) => !words.includes(value));
  const next = word && args[args.indexOf(word) + 1];
  // a blank where the word has a hyphen
  const joined = next && `${word.value}-${next.value}`.toLowerCase();
  if (at && joined && words.includes(joined))
    return { span: at.span, word: { ...word, end: next.end }, meant: [joined] };
  return at && word && words.length > 0 ? { span: at.span, word, meant: nearest(word.value, words, 2) } : null;
}

/** `write 192.168.0.0/16`, where an argument is a short network with a mask, which httpd takes with a whole address only. */
export function meantNetwork(where: Where | null): string | null {
  const at = line(where);
  for (const { value } of at ? wordsOf(at.text) : []) {
    const [, short, mask] = /^(\d+(?:\.\d+){0,2})\.?\/([\d.]+)$/.exec(value) ?? [];
    if (short)
      return `write ${[...short.split('.'), '0', '0', '0'].slice(0, 4).join('.')}/${mask}: a mask wants the whole address`;
  }
  return null;
}

/** `write WORD`, where an argument is most likely meant as another word. */
export function meantWord(where: Where | null): string | null {
  const network = meantNetwork(where);
  if (network) return network;
  const meant = misspelt(where)?.meant ?? [];
  return meant.length > 0 ? `write ${meant.slice(0, 3).join(' or ')}` : null;
}

/** An argument as it is most likely meant, where exactly one word is near. */
export const respell: Mend = (where) => {
  const found = misspelt(where);
  const [name, ...others] = found?.meant ?? [];
  if (!found || !name || others.length > 0 || found.word.quote !== '') return undefined;
  return [edit(found.span, found.word.start, found.word.end, name)];
};
