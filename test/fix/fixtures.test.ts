import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mend } from '../../src/fix/mend.ts';
import { DiskView } from '../../src/host/disk-view.ts';
import { lint } from '../../src/lint.ts';
import type { Result } from '../../src/report/result.ts';
import { plainRuling } from '../../src/rules/rule.ts';
import { encode } from '../../src/text/bytes.ts';
import { fixtures, modesOf, roots } from '../conformance/fixtures.ts';
import { filesBelow } from '../files.ts';

/** Rules with an example that --fix mends. */
const mendable = new Set<string>();

describe('the bad examples of rules, mended', () => {
  it.each(
    roots()
      .filter((root) => path.basename(root).startsWith('bad-') && modesOf(root).length === 0)
      .map((root) => [path.relative(fixtures, root), root] as const),
  )('%s', async (_, root) => {
    const rule = path.basename(path.dirname(root));
    const files = filesBelow(root).map(encode);
    const given = [{ path: encode(root), kind: 'directory', files, checkout: false }] as const;
    const layout = { root: null, maps: [], live: false };
    const look = (texts: ReadonlyMap<string, string>): Promise<Result> => {
      const edited = [...texts].map(
        ([name, text]) => [encode(path.resolve(name)), Buffer.from(text, 'latin1')] as const,
      );
      return lint({ given, layout, view: new DiskView(new Map(edited)), ruling: plainRuling(() => true) });
    };
    const before = await look(new Map());
    const fixed = before.findings.filter(({ fix }) => fix.length > 0);
    const { files: changed, result, count, refused } = await mend(look, (name) => fs.readFileSync(name, 'latin1'));
    if (fixed.some((one) => one.rule === rule) && refused.length === 0) mendable.add(rule);
    // every finding that has edits is mended or refused with a reason, and nothing serious is new
    expect(count + refused.length).toBeGreaterThanOrEqual(fixed.length > 0 ? 1 : 0);
    const serious = (one: Result): number => one.findings.filter(({ severity }) => severity === 'error').length;
    expect(serious(result)).toBeLessThanOrEqual(serious(before));
    if (fixed.length === 0) expect(changed.size).toBe(0);
  });

  it('are mended of every kind that is promised', () => {
    expect([...mendable]).toEqual(
      expect.arrayContaining([
        'apache-unknown-directive',
        'authname-missing',
        'authtype-unknown',
        'compat-directive-without-module',
        'htaccess-bom',
        'nginx-unknown-directive',
        'nginx-wrong-arguments',
        'password-file-encoding',
        'password-line-whitespace',
        'require-invalid',
        'smart-quotes',
        'trailing-comment-on-directive',
        'value-unquoted',
      ]),
    );
  });
});
