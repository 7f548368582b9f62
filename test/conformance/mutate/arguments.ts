import type { Seeded } from '../seeded.ts';
import type { Corpus } from './corpus.ts';
import { nameOf, wordsOf } from './tree.ts';

/** Arguments that any directive may get. */
const literals = [
  'off',
  'on',
  'none',
  '""',
  "''",
  'On',
  'Off',
  'None',
  'all',
  '"all"',
  'default',
  '/',
  '-',
  '~',
  '0',
  '1',
  '*',
  'any',
  'All',
  'optional',
  '$remote_user',
  '$host',
  '/nosuch',
  'x',
  '"a b"',
  '127.0.0.1',
  '::1',
  '@ROOT@',
  '@ROOT@/nosuch',
  '$',
];

/** The directive with one argument changed, often to one that another case has. */
export function withOtherArgument(corpus: Corpus, random: Seeded, head: string): string {
  const words = wordsOf(head);
  const closed = head.startsWith('<') && head.endsWith('>');
  if (words.length < 2) return random.once(2) ? `${head} ${random.pick(literals)}` : head;
  const at = 1 + random.below(words.length - 1);
  let word = words[at]!;
  const last = closed && at === words.length - 1;
  if (last) word = word.replace(/>$/, '');
  const others = corpus.heads.get(nameOf(head)) ?? [];
  const bare = word.replace(/^(["'])(.*)\1$/, '$2');
  const donor = (): string => {
    const given = wordsOf(random.pick(others) || head);
    return (given[Math.min(at, given.length - 1)] ?? word).replace(/>$/, closed ? '' : '>');
  };
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2:
    case 3:
      word = others.length > 1 ? donor() : word;
      break;
    case 4:
      word = random.pick(literals);
      break;
    case 5:
      word = `"${bare}"`;
      break;
    case 6:
      word = `'${bare}'`;
      break;
    case 7:
      word = bare;
      break;
    case 8:
      word = random.once(2) ? word.toUpperCase() : word.toLowerCase();
      break;
    case 9:
      word = '';
      break;
    case 10:
      word = `${word} ${others.length > 1 ? donor() : word}`;
      break;
    case 11:
      word = bare.endsWith('/') ? bare.slice(0, -1) : `${bare}/`;
      break;
    case 12:
      word = random.once(2) ? `"${bare}` : `${bare}"`;
      break;
    case 13:
      word = `${bare.slice(0, -1)}`;
      break;
  }
  words[at] = last ? `${word}>` : word;
  return words.join(' ').trim();
}
