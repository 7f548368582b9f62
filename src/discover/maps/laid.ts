import { LaidFiles } from '../../host/overlay.ts';
import { dirname } from '../../host/paths.ts';
import type { Embedded } from './embedded.ts';

/** A path that no host has, for a folder that holds nothing of its own. */
export const emptyFolder = '/\x01empty';

/** Parts of YAML files as files of a host, each shown where it stands. */
export function laidFrom(parts: Iterable<Embedded>): LaidFiles {
  const laid = new LaidFiles();
  laid.folders.add(emptyFolder);
  for (const { path, text, display, inset } of parts)
    laid.add(path, { bytes: text === null ? null : Buffer.from(text, 'latin1'), display, inset }, dirname(path));
  return laid;
}
