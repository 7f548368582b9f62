import type { Notes, Server } from './problems.ts';

/** Notes marks at the start of a file (latin-1 string); true where no server can read anything of it. */
export function unreadableStart(notes: Notes, head: string, servers: readonly Server[]): boolean {
  const spot = { line: 1, text: head.slice(0, 3), start: 0, end: 0 };
  const help = 'save it as UTF-8 without a byte order mark';
  const nuls = head.slice(0, 64).split('\0').length - 1;
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head) || nuls > 8) {
    const message = 'the file is UTF-16, in which no server finds a name';
    notes.add(spot, { code: 'utf16', message, help, fatal: servers });
    return true;
  }
  if (head.startsWith('\xef\xbb\xbf')) {
    const message = 'a byte order mark sticks to the first name of the file, which then never matches';
    notes.add({ ...spot, end: 3 }, { code: 'bom', message, help, fatal: servers });
  }
  return false;
}
