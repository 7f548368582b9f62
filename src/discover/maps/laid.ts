import { LaidFiles } from '../../host/overlay.ts';
import { dirname } from '../../host/paths.ts';
import type { Embedded } from './embedded.ts';

/** A path that no host has, for a folder that holds nothing of its own. */
export const emptyFolder = '/\x01empty';

/** Parts of YAML files as files of a host, each shown where it stands. */
export function laidFrom(parts: Iterable<Embedded>): LaidFiles {
  const laid = new LaidFiles();
  laid.folders.add(emptyFolder);
  for (const part of parts) lay(laid, part);
  return laid;
}

/** Lays one more part, or the same one with other bytes. */
export function lay(laid: LaidFiles, { path, text, display, inset }: Embedded): void {
  laid.add(path, { bytes: text === null ? null : Buffer.from(text, 'latin1'), display, inset }, dirname(path));
}
