import { describe, expect, it } from 'vitest';
import { MergeError, mergeDocuments } from '../src/merge.ts';
import { documentOf } from '../src/report/document.ts';
import { shardOf } from '../src/shard.ts';
import { sampleResult } from './report/sample.ts';

const share = (order: number, file: string, fragment: boolean, reads: string[]) => {
  const { findings, scopes } = sampleResult({ file, message: `in ${file}`, target: '/x', line: 'A' });
  return { order, file, fragment, reads, findings, scopes, assumptions: [] };
};

const shardDocument = (index: number, of: number, units: ReturnType<typeof share>[]) =>
  documentOf({
    ...sampleResult(),
    assumptions: [],
    troubles: [],
    findings: units.flatMap(({ findings }) => findings),
    scopes: units.flatMap(({ scopes }) => scopes),
    shard: { index, of, units },
  });

describe('mergeDocuments', () => {
  const main = share(0, 'b/nginx.conf', false, ['b/nginx.conf', 'a/extra.conf']);
  const included = share(1, 'a/extra.conf', true, ['a/extra.conf']);
  const stray = share(2, 'c/stray.conf', true, ['c/stray.conf']);

  it('leaves out fragments that another shard has read whole, and sorts by file', () => {
    const merged = mergeDocuments([shardDocument(2, 2, [included, stray]), shardDocument(1, 2, [main])]);
    expect([...new Set(merged.findings.map(({ file }) => file))]).toEqual(['b/nginx.conf', 'c/stray.conf']);
    expect(merged.summary).toMatchObject({ files: 3, scopes: 4, errors: 2, warnings: 2, infos: 2 });
    expect(merged.shard).toBeUndefined();
  });

  it('refuses shards that are missing, twofold or of another split', () => {
    const one = shardDocument(1, 2, [main]);
    expect(() => mergeDocuments([one])).toThrow(new MergeError('shard 2/2 is missing'));
    expect(() => mergeDocuments([one, one])).toThrow('there twice');
    expect(() => mergeDocuments([one, shardDocument(2, 3, [stray])])).toThrow('do not belong together');
  });
});

describe('shardOf', () => {
  it('takes i/n with 1 <= i <= n', () => {
    expect(shardOf('2/5')).toEqual({ index: 2, of: 5 });
    for (const bad of ['0/5', '6/5', '1', '1/0', 'a/b', '-1/2', '']) expect(shardOf(bad)).toBeNull();
  });
});
