import type { Platform } from '../catalog/platforms.ts';
import { absent, type FileHost } from '../host/host.ts';
import { basename } from '../host/paths.ts';
import { imageFacts } from './image-platform.ts';
import { withArguments } from './maps/image-arguments.ts';
import { composeName, dockerName } from './maps/names.ts';

/** A platform that was told from the tree, and by which image in which file. */
interface ToldPlatform {
  readonly platform: Platform;
  readonly image: string;
  /** Path as shown to people. */
  readonly file: string;
}

/** Bytes of a file that are looked at. */
const limit = 65_536;

/**
 * The platform that the images of a tree run on: those of web servers decide, and of others only where there is none of
 * those. Null where the tree names no image, or images that differ.
 */
export function platformOf(host: FileHost, files: Iterable<string>): ToldPlatform | null {
  const told: (ToldPlatform & { readonly web: boolean })[] = [];
  for (const path of files) {
    // by a word of the name first: nearly no file has one, and a pattern is slow to make
    const name = basename(path).toLowerCase();
    if (!['erfile', 'compose', 'stack'].some((word) => name.includes(word))) continue;
    const images = dockerName.test(name) ? imagesOfRecipe : composeName.test(name) ? imagesOfCompose : null;
    if (!images) continue;
    const read = host.text(path, limit);
    if (absent(read)) continue;
    for (const image of images(read.text)) {
      const facts = imageFacts(image);
      if (facts) told.push({ ...facts, image, file: host.display(path) });
    }
  }
  const web = told.filter((one) => one.web);
  const [first, ...others] = web.length > 0 ? web : told;
  if (!first || others.some(({ platform }) => platform !== first.platform)) return null;
  const { platform, image, file } = first;
  return { platform, image, file };
}

/** The image that a Dockerfile ends on; earlier stages only build. */
function imagesOfRecipe(text: string): string[] {
  const stages = new Map<string, string>();
  let last = '';
  for (const [, image = '', name] of text.matchAll(
    /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(\S+)(?:[ \t]+AS[ \t]+(\S+))?/gim,
  )) {
    last = stages.get(image.toLowerCase()) ?? image;
    if (name) stages.set(name.toLowerCase(), last);
  }
  return last === '' ? [] : [withArguments(last, text)];
}

function imagesOfCompose(text: string): string[] {
  return Array.from(text.matchAll(/^[ \t]+image:[ \t]*["']?([^\s"'#]+)/gm), ([, image]) =>
    image!.replace(/\$\{\w+:?-([^}]*)\}/g, '$1'),
  );
}
