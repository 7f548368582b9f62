import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Changes } from './touches.ts';

/** Why the changes cannot be told; the message is for people. */
export class ChangesError extends Error {}

/**
 * What differs between a commit and the work tree, deleted and untracked files included.
 * @throws ChangesError outside a git work tree, or where git does not know the commit
 */
export function changedSince(ref: string, directory: string): Changes {
  // a name that begins with a dash would be an option of git
  if (ref.startsWith('-') || ref === '') throw new ChangesError('--changed-since takes a commit, branch or tag');
  const top = git(['rev-parse', '--show-toplevel'], directory).replace(/\n$/, '');
  const since = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], directory).trim();
  const names = [
    ...git(['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', since, '--'], top).split('\0'),
    ...git(['ls-files', '--others', '--exclude-standard', '-z'], top).split('\0'),
  ];
  const files = new Set(names.filter(Boolean).map((name) => path.posix.join(top, name)));
  return { files, gone: [...files].filter((file) => !fs.existsSync(Buffer.from(file, 'latin1'))) };
}

function git(args: readonly string[], directory: string): string {
  try {
    return execFileSync('git', args, {
      cwd: directory,
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 30,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ChangesError('--changed-since needs git');
    throw new ChangesError(
      args[0] === 'rev-parse' && args[1] === '--verify'
        ? '--changed-since: git knows no such commit here (in CI, fetch enough history)'
        : '--changed-since works in a git work tree only',
    );
  }
}
