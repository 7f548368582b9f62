import { type ImageConfiguration, serverImage } from '../../catalog/server-images.ts';
import type { LaidFiles } from '../../host/overlay.ts';
import { below, dirname } from '../../host/paths.ts';
import { wildcardMatches } from '../../model/fnmatch.ts';
import { locate } from '../../text/source.ts';
import { type Deployment, type FromImage, originOf, type Placed } from './deployment.ts';

/** A path that no host has, below which images are laid out. */
const images = '/\x01image';
/** What a container runs before its server, where it is mounted or copied in. */
const entrypoint = /^\/docker-entrypoint(?:\.d|\.sh)?(?:\/|$)/;

/**
 * A deployment with the configuration of its image below what is placed on it, where that is known; the image's files
 * are laid, and what is found in them is shown where the image is named. `files`: those of the repository, absolute.
 */
export function onItsImage(given: Deployment, files: readonly string[], laid: LaidFiles): Deployment {
  const { image, reworked, placed } = given;
  const named = image && serverImage(image.name);
  if (!named) return given;
  const deployment = named.nginx ? { ...given, nginx: named.nginx } : given;
  const known = named.configuration;
  if (!known || reworked || placed.some(({ from }) => entrypoint.test(from))) return deployment;
  const root = `${images}/${laid.folders.size}`;
  laid.folders.add(root);
  const { file: display, line, column } = locate(image.where);
  // folders stay where all of their files are taken away
  for (const path of Object.keys(known.files)) laid.folders.add(dirname(root + path));
  for (const [path, text] of filesLeft(known, image))
    laid.add(root + path, { bytes: Buffer.from(text, 'latin1'), display, inset: { line, column, lines: false } });
  const base: Placed = { from: '/', to: root, kind: 'copy', where: image.where };
  const over = placed.flatMap((one) => spreadOver(dirname(known.main), one, files));
  const whole = { ...deployment, placed: [base, ...over, ...fromTemplates(known, placed, files)] };
  const main = originOf(whole, known.main)?.placed === base && laid.files.has(root + known.main);
  return main ? { ...whole, main: known.main } : whole;
}

/** More files than people copy to where a server keeps its configuration. */
const mostSpread = 500;

/** A folder that is copied around or below a folder of the image, file by file: what it lacks stays the image's. */
function spreadOver(folder: string, one: Placed, files: readonly string[]): Placed[] {
  const { from, to, kind } = one;
  if (kind !== 'copy' || to === null || (below(folder, from) === null && below(from, folder) === null)) return [one];
  const inside = files.filter((file) => below(file, to));
  if (inside.length === 0 || inside.length > mostSpread) return [one];
  return inside.map((file) => ({ ...one, from: (from === '/' ? '' : from) + file.slice(to.length), to: file }));
}

/** The files of an image without what is taken away, and with what is put at their ends. */
function* filesLeft({ files }: ImageConfiguration, { removed, appended }: FromImage): Iterable<[string, string]> {
  for (const [path, text] of Object.entries(files)) {
    if (removed.some((pattern) => matches(pattern, path))) continue;
    yield [path, text + appended.flatMap((one) => (one.path === path ? [one.text] : [])).join('')];
  }
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.replace(/\/$/, '').split('/');
  const own = path.split('/');
  return parts.length <= own.length && parts.every((part, index) => wildcardMatches(part, own[index]!, 'path'));
}

/** What the entrypoint makes of templates. */
function fromTemplates(
  { templates }: ImageConfiguration,
  placed: readonly Placed[],
  files: readonly string[],
): Placed[] {
  if (templates === null) return [];
  const [folder, into] = templates;
  const made = (from: string, to: string, one: Placed): Placed[] =>
    below(from, folder) && from.endsWith('.template')
      ? [{ ...one, from: into + from.slice(folder.length, -'.template'.length), to }]
      : [];
  return placed.flatMap((one) => {
    const { from, to } = one;
    if (to === null || below(from, folder) === null) return [];
    const inside = files.filter((file) => below(file, to));
    return inside.length > 0
      ? inside.flatMap((file) => made(from + file.slice(to.length), file, one))
      : made(from, to, one);
  });
}
