import type { ApacheCommand } from './apache.ts';
import { lines } from './apache-usages.generated.ts';
import { linesOf } from './table.ts';

/** The usage text that httpd appends to complaints about the number of a directive's arguments; null: it has none. */
export function usageOf({ name, module }: ApacheCommand): string | null {
  const key = name.toLowerCase();
  const [line] = linesOf(lines, key, ' ').filter((one) => one.startsWith(`${key} ${module} `));
  return line === undefined ? null : line.slice(key.length + module.length + 2).replaceAll('\t', '\n');
}
