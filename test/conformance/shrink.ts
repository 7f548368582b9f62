import type { Setup } from './case.ts';

/** Whether a smaller one still shows what the whole one did. */
type Keep = (smaller: Setup) => Promise<boolean>;

/** The smallest piece of a configuration that still shows something: requests, files, blocks and lines go. */
export async function shrink(setup: Setup, shows: Keep): Promise<Setup> {
  let least = setup;
  const keep: Keep = async (smaller) => {
    if (!(await shows(smaller))) return false;
    least = smaller;
    return true;
  };
  await oneRequest(setup, keep);
  const names = Object.keys(setup.files);
  for (let size = names.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < names.length; at += size) {
      const gone = new Set(names.slice(at, at + size).filter((name) => name !== setup.entry && name in least.files));
      if (gone.size === 0) continue;
      const files = Object.fromEntries(Object.entries(least.files).filter(([name]) => !gone.has(name)));
      await keep({ ...least, files });
    }
  }
  for (let removed = true; removed; ) {
    removed = false;
    for (const [name, file] of Object.entries(least.files)) {
      if (typeof file !== 'string') continue;
      const put = (text: string): Promise<boolean> => keep({ ...least, files: { ...least.files, [name]: text } });
      const text = (): string => least.files[name] as string;
      for (const size of [64, 32, 16, 8, 4, 2, 1]) if (await withoutPieces(text, put, size)) removed = true;
    }
  }
  return least;
}

/** The first request that shows it alone: halves first. */
async function oneRequest(setup: Setup, keep: Keep): Promise<void> {
  let list = setup.requests;
  while (list.length > 1) {
    const half = list.slice(0, Math.ceil(list.length / 2));
    const rest = list.slice(half.length);
    if (await keep({ ...setup, requests: half })) list = half;
    else if (await keep({ ...setup, requests: rest })) list = rest;
    else return;
  }
}

/** Tries a text without each block of at least `size` lines (single lines at last), from its end. */
async function withoutPieces(
  text: () => string,
  put: (text: string) => Promise<boolean>,
  size: number,
): Promise<boolean> {
  let removed = false;
  for (let at = text().split('\n').length - 1; at >= 0; at--) {
    const lines = text().split('\n');
    if (at >= lines.length) continue;
    const end = blockEnd(lines, at);
    if (end - at < size || (size > 1 && end - at >= size * 2)) continue;
    if (await put([...lines.slice(0, at), ...lines.slice(end)].join('\n'))) removed = true;
    else if (end > at + 1 && size <= 2 && (await unwrapped(lines, at, end, put))) removed = true;
  }
  return removed;
}

/** A block's lines without the block. */
function unwrapped(
  lines: readonly string[],
  at: number,
  end: number,
  put: (text: string) => Promise<boolean>,
): Promise<boolean> {
  return put([...lines.slice(0, at), ...lines.slice(at + 1, end - 1), ...lines.slice(end)].join('\n'));
}

/** The line after the block that opens on a line; the next line where none opens. */
function blockEnd(lines: readonly string[], at: number): number {
  const depth = /^\s*/.exec(lines[at]!)![0].length;
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.trim() !== '' && /^\s*/.exec(line)![0].length <= depth)
      return /^\s*(?:<\/|\})/.test(line) ? index + 1 : at + 1;
  }
  return at + 1;
}
