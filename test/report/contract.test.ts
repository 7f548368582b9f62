import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/report/contract.ts';
import { formats } from '../../src/report/format.ts';
import { sampleReport } from './sample.ts';

describe('the JSON contract of check', () => {
  it('hold for what check prints', async () => {
    const document = JSON.parse((await formats.json()).report(sampleReport()));
    expect(checkDocument.parse(document)).toEqual(document);
  });

  it('refuse a finding without its place', async () => {
    const document = JSON.parse((await formats.json()).report(sampleReport()));
    delete document.findings[0].line;
    expect(checkDocument.safeParse(document).success).toBe(false);
  });
});

describe('sarif', () => {
  it('declares every rule, names files below a base and gives regions, fixes and fingerprints', async () => {
    const log = JSON.parse((await formats.sarif()).report(sampleReport()));
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.originalUriBaseIds.SRCROOT.uri).toBe('file:///home/me/my%20site/');
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['authname-unquoted']);
    expect(run.tool.driver.rules[0].help.text).toContain('Status 500.');
    const [first] = run.results;
    expect(first.ruleIndex).toBe(0);
    expect(first.level).toBe('error');
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'conf/site.conf', uriBaseId: 'SRCROOT' },
      region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 20 },
    });
    expect(first.fixes[0].artifactChanges[0].replacements).toHaveLength(1);
    const prints = run.results.map((one: { partialFingerprints: object }) => Object.values(one.partialFingerprints)[0]);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('keeps a fingerprint when lines move', async () => {
    const prints = async (report: ReturnType<typeof sampleReport>): Promise<unknown[]> => {
      const log = JSON.parse((await formats.sarif()).report(report));
      return log.runs[0].results.map((one: { partialFingerprints: object }) => one.partialFingerprints);
    };
    const report = sampleReport();
    const moved = report.document.findings.map((one) => ({ ...one, line: one.line + 7, endLine: one.endLine + 7 }));
    const after = { ...report, document: { ...report.document, findings: moved } };
    expect(await prints(after)).toEqual(await prints(report));
  });
});
