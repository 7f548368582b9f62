import { coverSecrets } from '../report/secrets.ts';
import { decode } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';

/** Unchanged lines shown around a change. */
const context = 3;

/**
 * A unified diff of two texts (bytes), or nothing where they are the same. Edits are small and few, so that lines are
 * compared from both ends of each stretch between common lines. `secret`: lines are entries of a password file, of which
 * only the user is shown; secrets of configurations are covered in any file.
 */
export function unifiedDiff(file: string, before: string, after: string, secret: boolean): string {
  if (before === after) return '';
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const shown = secret ? withoutSecret : plain;
  const out = [`--- ${harmless(file)}`, `+++ ${harmless(file)}`];
  for (const hunk of hunks(changes(old, fresh), old.length)) {
    out.push(`@@ -${range(hunk.oldFrom, hunk.oldTo)} +${range(hunk.newFrom, hunk.newTo)} @@`);
    let at = hunk.oldFrom;
    for (const { oldFrom, oldTo, newFrom, newTo } of hunk.changes) {
      for (; at < oldFrom; at++) out.push(` ${shown(old[at]!)}`);
      for (; at < oldTo; at++) out.push(`-${shown(old[at]!)}`);
      for (let line = newFrom; line < newTo; line++) out.push(`+${shown(fresh[line]!)}`);
    }
    for (; at < hunk.oldTo; at++) out.push(` ${shown(old[at]!)}`);
  }
  return `${out.join('\n')}\n`;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function plain(line: string): string {
  return coverSecrets(decode(line))
    .split('\t')
    .map((part) => harmless(part))
    .join('\t');
}

function withoutSecret(line: string): string {
  if (/^\s*#/.test(line)) return plain(line);
  const colon = line.indexOf(':');
  const end = /[\s"']*$/.exec(line)![0];
  const blank = /^["']?\s*/.exec(line.slice(colon + 1))![0];
  return colon < 0 ? `…${plain(end)}` : `${plain(line.slice(0, colon + 1) + blank)}…${plain(end)}`;
}

/** Lines oldFrom..oldTo (from 0, end exclusive) become newFrom..newTo. */
interface Change {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** How far lines may have moved against each other within one look. */
const reach = 64;

function changes(old: readonly string[], fresh: readonly string[]): Change[] {
  const found: Change[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < fresh.length) {
    if (at < old.length && to < fresh.length && old[at] === fresh[to]) {
      at++;
      to++;
      continue;
    }
    const [down, across] = resync(old, fresh, at, to);
    found.push({ oldFrom: at, oldTo: at + down, newFrom: to, newTo: to + across });
    at += down;
    to += across;
  }
  return found;
}

/** How many lines to pass over on both sides until they agree again: the fewest in all. */
function resync(old: readonly string[], fresh: readonly string[], at: number, to: number): [number, number] {
  for (let sum = 1; sum <= reach; sum++) {
    for (let down = 0; down <= sum; down++) {
      const [a, b] = [at + down, to + sum - down];
      if (a > old.length || b > fresh.length) continue;
      if ((a === old.length && b === fresh.length) || (a < old.length && b < fresh.length && old[a] === fresh[b])) {
        return [down, sum - down];
      }
    }
  }
  return [old.length - at, fresh.length - to];
}

interface Hunk extends Change {
  readonly changes: readonly Change[];
}

function hunks(list: readonly Change[], length: number): Hunk[] {
  const groups: Change[][] = [];
  for (const change of list) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.oldFrom - last.oldTo <= 2 * context) groups.at(-1)!.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const above = Math.min(context, first.oldFrom);
    const below = Math.min(context, length - last.oldTo);
    return {
      oldFrom: first.oldFrom - above,
      oldTo: last.oldTo + below,
      newFrom: first.newFrom - above,
      newTo: last.newTo + below,
      changes: group,
    };
  });
}

/** A range as unified diffs have it: first line (from 1) and count. */
function range(from: number, to: number): string {
  const count = to - from;
  return `${count === 0 ? from : from + 1}${count === 1 ? '' : `,${count}`}`;
}
