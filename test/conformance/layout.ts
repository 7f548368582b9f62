import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type MemoryEntry, MemoryHost } from '../../src/host/memory.ts';
import { type CaseFile, filled } from './case.ts';

/** A fresh folder that the server's worker may enter; the caller removes it with `removeRoot`. */
export function freshRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'authlint-root-'));
  chmodSync(root, 0o755);
  return root;
}

export function removeRoot(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

const bitsOf = (mode: string | number): number => (typeof mode === 'string' ? Number.parseInt(mode, 8) : mode);

/** Lays files out below a root, with modes, links and (as root) owners. Modes of folders come last. */
export function layOut(files: Readonly<Record<string, CaseFile>>, root: string, port: number): void {
  const later: (() => void)[] = [];
  for (const [path, file] of Object.entries(files)) {
    const at = join(root, path);
    mkdirSync(dirname(at), { recursive: true });
    if (typeof file === 'string') {
      writeFileSync(at, filled(file, root, port));
      continue;
    }
    if (file.symlink !== undefined) symlinkSync(filled(file.symlink, root, port), at);
    else if (file.dir) mkdirSync(at, { recursive: true });
    else if (file.base64 !== undefined) writeFileSync(at, bytesOf(file.base64, root, port));
    else writeFileSync(at, filled(file.text ?? '', root, port));
    const { mode, owner } = file;
    later.unshift(() => {
      if (owner !== undefined && process.getuid?.() === 0) {
        const [uid, gid] = idsOf(owner);
        if (file.symlink === undefined) chownSync(at, uid, gid);
        else lchownSync(at, uid, gid);
      }
      if (mode !== undefined && file.symlink === undefined) chmodSync(at, bitsOf(mode));
    });
  }
  for (const one of later) one();
}

function bytesOf(base64: string, root: string, port: number): Buffer {
  return Buffer.from(filled(Buffer.from(base64, 'base64').toString('latin1'), root, port), 'latin1');
}

const known = new Map<string, [number, number]>([['root', [0, 0]]]);

function idsOf(owner: string): [number, number] {
  const old = known.get(owner);
  if (old) return old;
  const [user, group] = owner.split(':');
  const id = (flag: string, name: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  const ids: [number, number] = [
    id('-u', user!),
    group === undefined || group === '' ? id('-g', user!) : group === 'root' ? 0 : id('-g', group),
  ];
  known.set(owner, ids);
  return ids;
}

/** Numbers that Debian gives the accounts which cases name: recorded cases are judged without a disk. */
const debian: Readonly<Record<string, number>> = { root: 0, daemon: 1, 'www-data': 33, nobody: 65534, nogroup: 65534 };

/** The root, and the port, of a server in memory. */
export const caseRoot = '/srv/case';
export const casePort = 8080;

/** The same layout in memory, below `caseRoot`. */
export function inMemory(files: Readonly<Record<string, CaseFile>>): MemoryHost {
  const [root, port] = [caseRoot, casePort];
  const entries: Record<string, MemoryEntry> = { '/dev/null': { bytes: new Uint8Array() }, [root]: { dir: true } };
  for (const [path, file] of Object.entries(files)) {
    const at = join(root, path);
    if (typeof file === 'string') {
      entries[at] = filled(file, root, port);
      continue;
    }
    const [user, group] = (file.owner ?? 'root').split(':');
    entries[at] = {
      ...(file.symlink === undefined ? {} : { symlink: filled(file.symlink, root, port) }),
      ...(file.dir ? { dir: true as const } : {}),
      ...(file.base64 === undefined ? {} : { bytes: bytesOf(file.base64, root, port) }),
      ...(file.text === undefined ? {} : { text: filled(file.text, root, port) }),
      ...(file.mode === undefined ? {} : { mode: bitsOf(file.mode) }),
      uid: debian[user!] ?? Number(user),
      gid: debian[group || user!] ?? Number(group || user),
    };
  }
  return new MemoryHost(entries);
}
