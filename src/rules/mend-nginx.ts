import { nginxCommands } from '../catalog/nginx.ts';
import { nearestDirectives } from '../model/nginx/spelling.ts';
import type { Where } from '../text/source.ts';
import { type Meanings, type Mend, meantAs, renameTo } from './mend.ts';

const meanings: Meanings = (name) => (nginxCommands(name) ? [] : nearestDirectives(name));

/** `write NAME`, where the directive is most likely meant as another. */
export function meant(where: Where | null): string | null {
  return meantAs(where, meanings);
}

/** The name of a directive as it is most likely meant, where no other is as near. */
export const rename: Mend = renameTo(meanings);
