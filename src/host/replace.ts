import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Why a file was not replaced, as a clause. */
export class ReplaceError extends Error {}

/**
 * Where a file really lies, or a complaint: it must be a regular file with one name, writable, in one of the folders
 * (absolute, decoded), links followed.
 */
export function replaceable(file: string, folders: readonly string[]): string {
  const real = attempt(() => fs.realpathSync(file), 'it is not there');
  const roots = folders.map((folder) => attempt(() => fs.realpathSync(folder), 'its folder is not there'));
  if (!roots.some((root) => real === root || real.startsWith(root === '/' ? root : `${root}/`))) {
    throw new ReplaceError('a link leads out of the given paths');
  }
  const stat = attempt(() => fs.statSync(real), 'it is not there');
  if (!stat.isFile()) throw new ReplaceError('it is no regular file');
  if (stat.nlink > 1) throw new ReplaceError('it has other names (hard links), which would keep the old text');
  // for root every file is writable: the mode says what is meant
  if ((stat.mode & 0o222) === 0) throw new ReplaceError('it is read-only');
  attempt(() => fs.accessSync(real, fs.constants.W_OK), 'it may not be written');
  return real;
}

/**
 * Puts other bytes in the place of a file that still holds the expected ones. At any moment the name has the old or the
 * new text as a whole: the new one is written beside it, with the mode and owner of the old, and takes its name once it
 * is on the disk.
 */
export function replaceFile(real: string, expected: Uint8Array, bytes: Uint8Array): void {
  const folder = path.dirname(real);
  // a leading dot keeps it out of wildcards of both servers
  const beside = path.join(folder, `.${path.basename(real)}.${randomBytes(6).toString('hex')}.authlint`);
  const old = fs.statSync(real);
  const fd = attempt(() => fs.openSync(beside, 'wx', 0o600), 'its folder may not be written');
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(fd, bytes, at);
      const fresh = fs.fstatSync(fd);
      if (fresh.uid !== old.uid || fresh.gid !== old.gid) {
        attempt(() => fs.fchownSync(fd, old.uid, old.gid), 'its owner cannot be kept');
      }
      fs.fchmodSync(fd, old.mode & 0o7777);
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
    const now = attempt(() => fs.readFileSync(real), 'it cannot be read');
    const same = fs.lstatSync(real);
    if (same.ino !== old.ino || same.isSymbolicLink() || !now.equals(expected)) {
      throw new ReplaceError('it was changed meanwhile');
    }
    fs.renameSync(beside, real);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error instanceof ReplaceError ? error : new ReplaceError('it cannot be written');
  }
  syncFolder(folder);
}

/** So that the new name outlives a loss of power; some file systems have no such thing. */
function syncFolder(folder: string): void {
  try {
    const fd = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    // the file itself is on the disk
  }
}

function attempt<T>(what: () => T, complaint: string): T {
  try {
    return what();
  } catch {
    throw new ReplaceError(complaint);
  }
}
