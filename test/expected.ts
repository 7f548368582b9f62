import fs from 'node:fs';
import path from 'node:path';
import type { Finding } from '../src/rules/run.ts';
import { locate } from '../src/text/source.ts';

/**
 * What a fixture says that is found in it, as `file:line rule`: by its own comments, each for the line after it, or by
 * expect.txt where none can stand. `nameOf`: how a file is called there.
 */
export function expected(files: readonly string[], nameOf: (file: string) => string): string[] {
  const listed = files.find((file) => path.basename(file) === 'expect.txt');
  if (listed) return fs.readFileSync(listed, 'utf8').trim().split('\n').sort();
  const marked = files.flatMap((file) =>
    fs
      .readFileSync(file, 'latin1')
      .split('\n')
      .flatMap((line, index) => {
        const rules = /#\s*expect:\s*([\w, -]+)/.exec(line)?.[1]?.split(',') ?? [];
        return rules.map((rule) => `${nameOf(file)}:${index + 2} ${rule.trim()}`);
      }),
  );
  return marked.sort();
}

/** Findings in the same form. */
export function shown(findings: readonly Finding[], nameOf: (file: string) => string): string[] {
  const lines = findings.map(({ rule, where }) => {
    const { file, line } = locate(where);
    return `${nameOf(file)}:${line} ${rule}`;
  });
  return lines.sort();
}
