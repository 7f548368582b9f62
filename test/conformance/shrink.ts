import type { Setup } from './case.ts';

/** The smallest piece of a configuration that still shows something: requests, files and lines go one by one. */
export async function shrink(setup: Setup, shows: (setup: Setup) => Promise<boolean>): Promise<Setup> {
  let least = setup;
  const keep = async (smaller: Setup): Promise<boolean> => {
    if (!(await shows(smaller))) return false;
    least = smaller;
    return true;
  };
  for (const request of setup.requests) if (await keep({ ...least, requests: [request] })) break;
  for (const name of Object.keys(setup.files)) {
    if (name === setup.entry) continue;
    const { [name]: _, ...files } = least.files;
    await keep({ ...least, files });
  }
  for (let removed = true; removed; ) {
    removed = false;
    for (const [name, file] of Object.entries(least.files)) {
      if (typeof file !== 'string') continue;
      // a whole section first, by its indentation, then single lines from the end
      for (let at = file.split('\n').length - 1; at >= 0; at--) {
        const lines = (least.files[name] as string).split('\n');
        if (at >= lines.length) continue;
        for (const end of [blockEnd(lines, at), at + 1]) {
          const text = [...lines.slice(0, at), ...lines.slice(end)].join('\n');
          if (await keep({ ...least, files: { ...least.files, [name]: text } })) {
            removed = true;
            break;
          }
        }
      }
    }
  }
  return least;
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
