import fs from 'node:fs';
import path from 'node:path';

/** Larger indexes are not looked at, in bytes: a million files take about half of it. */
const sizeLimit = 256 * 1024 * 1024;
/** Bytes of an entry before its name: times, device, owner, size, object name and flags. */
const fixed = 62;

/**
 * Those of some paths (relative to the top, bytes) that git keeps, whatever a .gitignore says; null: its index cannot be
 * read. Source: gitformat-index(5), versions 2 to 4.
 */
export function trackedAmong(top: string, names: ReadonlySet<string>): ReadonlySet<string> | null {
  const index = indexOf(top);
  if (!index || index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return null;
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4) return null;
  const tracked = new Set<string>();
  let at = 12;
  let name = '';
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    if (at + fixed > index.length) return null;
    const start = at;
    const extended = version > 2 && (index.readUInt16BE(at + fixed - 2) & 0x4000) !== 0;
    at += fixed + (extended ? 2 : 0);
    if (version === 4) {
      const cut = varint(index, at);
      if (!cut || cut.value > name.length) return null;
      at = cut.end;
      name = name.slice(0, name.length - cut.value);
    } else name = '';
    const end = index.indexOf(0, at);
    if (end < 0) return null;
    name += index.toString('latin1', at, end);
    // up to the eighth byte
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
    if (names.has(name)) tracked.add(name);
  }
  return tracked;
}

/** A number as pack files have it for offsets; null: it does not end. */
function varint(bytes: Buffer, from: number): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let at = from; at < bytes.length && at < from + 5; at++) {
    const byte = bytes[at]!;
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return { value, end: at + 1 };
    value++;
  }
  return null;
}

/** The index of a work tree, which lies elsewhere where `.git` is a file; null: there is none of a size that can be. */
function indexOf(top: string): Buffer | null {
  try {
    const git = path.join(top, '.git');
    const elsewhere = fs.statSync(git).isFile() ? /^gitdir: (.+)/m.exec(fs.readFileSync(git, 'utf8'))?.[1] : null;
    const file = path.join(elsewhere === undefined || elsewhere === null ? git : path.resolve(top, elsewhere), 'index');
    const stat = fs.statSync(file);
    return stat.isFile() && stat.size <= sizeLimit ? fs.readFileSync(file) : null;
  } catch {
    return null;
  }
}
