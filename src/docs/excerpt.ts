/** Lines of a file, and of a block in a longer one, that are shown whole. */
const shortFile = 12;
const shortBlock = 18;
/** Lines kept on each side where nothing smaller than the file encloses the place. */
const window = 3;

interface Block {
  /** Index of the line that opens it, and of the one that closes it. */
  readonly first: number;
  readonly last: number;
}

/**
 * The lines that matter around one of them (index from 0): the whole text where it is short, else the largest enclosing
 * section or block that is, with the lines that open and close what stands around it.
 */
export function excerpt(lines: readonly string[], focus: number): string[] {
  if (lines.length <= shortFile) return [...lines];
  const around = enclosing(lines, focus);
  const at = around.findIndex(({ first, last }) => last - first < shortBlock);
  const outer = at < 0 ? around : around.slice(0, at);
  const inner = at < 0 ? near(lines, focus, outer.at(-1)) : around[at]!;
  const shown: string[] = [];
  let previous = outer[0]?.first ?? inner.first;
  const take = (first: number, last: number): void => {
    if (first > previous && lines.slice(previous, first).some((line) => line.trim() !== '')) {
      shown.push(`${/^\s*/.exec(lines[first]!)![0]}# …`);
    }
    shown.push(...lines.slice(first, last + 1));
    previous = last + 1;
  };
  for (const { first } of outer) take(first, first);
  take(inner.first, inner.last);
  for (const { last } of outer.toReversed()) take(last, last);
  return shown;
}

function near(lines: readonly string[], focus: number, within: Block | undefined): Block {
  const first = Math.max(focus - window, within ? within.first + 1 : 0);
  return { first, last: Math.min(focus + window, within ? within.last - 1 : lines.length - 1) };
}

const opens = /^\s*<\w|\{\s*(?:#.*)?$/;
const closes = /^\s*(?:<\/|\})/;

/** Sections and blocks that hold a line or begin with it, outermost first; one that nothing closes is left out. */
function enclosing(lines: readonly string[], focus: number): Block[] {
  const open: number[] = [];
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    if (closes.test(line)) {
      const first = open.pop();
      if (first !== undefined && first <= focus && index >= focus) blocks.unshift({ first, last: index });
    } else if (opens.test(line)) open.push(index);
  }
  return blocks;
}
