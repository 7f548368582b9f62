/** Files that a change concerns: absolute paths as bytes (latin-1 strings). */
export interface Changes {
  readonly files: ReadonlySet<string>;
  /** Those of them that are no longer there, so that nothing can have read them. */
  readonly gone: readonly string[];
}

/** Whether a configuration is touched by a change: it read a changed file, or names one that is gone. */
export function touches({ files, gone }: Changes, reads: Iterable<string>, texts: Iterable<string>): boolean {
  for (const file of reads) if (files.has(file)) return true;
  const names = gone.map((file) => file.slice(file.lastIndexOf('/') + 1));
  for (const text of texts) if (names.some((name) => text.includes(name))) return true;
  return false;
}
