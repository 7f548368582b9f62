/** Whether a configuration is touched by a change: it read a changed file, or names one that is new or gone. */
export function touches(changed: ReadonlySet<string>, reads: Iterable<string>, texts: Iterable<string>): boolean {
  for (const file of reads) if (changed.has(file)) return true;
  const names = [...changed].map((file) => file.slice(file.lastIndexOf('/') + 1)).filter((name) => name.length > 2);
  for (const text of texts) if (names.some((name) => text.includes(name))) return true;
  return false;
}
