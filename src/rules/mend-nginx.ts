import { nginxCommands } from '../catalog/nginx.ts';
import { nearestDirectives } from '../model/nginx/spelling.ts';
import type { Where } from '../text/source.ts';
import { type Meanings, type Mend, meantAs, renameTo, textAt } from './mend.ts';

const meanings: Meanings = (name) => (nginxCommands(name) ? [] : nearestDirectives(name));

/** `write NAME`, where the directive is most likely meant as another. */
export function meant(where: Where | null): string | null {
  return meantAs(where, meanings);
}

/** The name of a directive as it is most likely meant, where no other is as near. */
export const rename: Mend = renameTo(meanings);

/** What to write in place of marks of a text processor, which are letters for nginx; null: the directive holds none. */
export function plainHelp(where: Where | null): string | null {
  if (where && 'source' in where && where.source.text.startsWith('\xef\xbb\xbf', where.start))
    return 'save the file without a byte order mark';
  const text = textAt(where);
  return /\xe2\x80[\x9c-\x9f]|\xc2\xa0/.test(text)
    ? 'write plain " and plain blanks: others are letters for nginx'
    : null;
}
