/**
 * The lines of a table that begin with a key and its separator. The lines end in `\n` and are sorted by their keys; they
 * are searched as they are, since taking a whole table apart costs as much as judging a small file.
 */
export function linesOf(table: string, key: string, separator: string): string[] {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const start = table.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    if (keyAt(table, start, separator) < key) low = table.indexOf('\n', start) + 1;
    else high = start;
  }
  const lines: string[] = [];
  while (low < table.length && keyAt(table, low, separator) === key) {
    const end = table.indexOf('\n', low);
    lines.push(table.slice(low, end));
    low = end + 1;
  }
  return lines;
}

function keyAt(table: string, start: number, separator: string): string {
  return table.slice(start, table.indexOf(separator, start));
}
