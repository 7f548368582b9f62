import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formatsOf from 'ajv-formats';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FormatName, formats } from '../../src/report/format.ts';
import { sampleReport, type Untrusted } from './sample.ts';

const require = createRequire(import.meta.url);

/** A published schema, from the offline copy of the JSON Schema Store. */
function schema(name: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formatsOf.default(ajv);
  return ajv.compile(require(`schemastore/schemas/json/${name}.json`));
}

async function printed(name: FormatName, untrusted?: Untrusted): Promise<string> {
  return (await formats[name]()).report(sampleReport(untrusted));
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const hostile: fc.Arbitrary<Untrusted> = fc.record({
  file: text.map((name) => `conf/${name}`),
  message: text.map((message) => `m${message}`),
  target: text,
  line: text.map((line) => `A${line}`),
});

describe('SARIF 2.1.0', () => {
  const valid = schema('sarif-2.1.0');

  it('is what the OASIS schema says', async () => {
    valid(JSON.parse(await printed('sarif')));
    expect(valid.errors).toBeNull();
  });

  it('is so for any name and message', async () => {
    const { report } = await formats.sarif();
    fc.assert(
      fc.property(hostile, (untrusted) => {
        valid(JSON.parse(report(sampleReport(untrusted))));
        expect(valid.errors).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(['junit', 'checkstyle'] as const)('%s', (name) => {
  it('is well-formed XML for any text, and an XML reader gets the message back', async () => {
    const { report } = await formats[name]();
    const reader = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: () => true });
    fc.assert(
      fc.property(hostile, (untrusted) => {
        const output = report(sampleReport(untrusted));
        expect(XMLValidator.validate(output)).toBe(true);
        expect(reader.parse(output)).toHaveProperty(name === 'junit' ? 'testsuites' : 'checkstyle');
      }),
      { numRuns: 50 },
    );
  });
});

describe('checkstyle', () => {
  it('has the attributes that its readers want', async () => {
    const reader = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    const { checkstyle } = reader.parse(await printed('checkstyle'));
    const files = [checkstyle.file].flat();
    expect(files.map(({ name }: { name: string }) => name)).toContain('conf/site.conf');
    for (const error of files.flatMap((file) => [file.error].flat())) {
      expect(Object.keys(error).sort()).toEqual(['column', 'line', 'message', 'severity', 'source']);
      expect(['error', 'warning', 'info']).toContain(error.severity);
    }
  });
});

describe('GitLab Code Quality', () => {
  it('has what GitLab requires of an issue', async () => {
    const issues = JSON.parse(await printed('gitlab'));
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue.description).toBeTypeOf('string');
      expect(issue.check_name).toBeTypeOf('string');
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
      expect(issue.location.path).not.toMatch(/^\.?\//);
      expect(issue.location.lines.begin).toBeGreaterThan(0);
    }
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(issues.length);
  });
});

describe('files for other services', () => {
  it.each([
    ['action.yml', 'github-action'],
    ['.pre-commit-hooks.yaml', 'pre-commit-hooks'],
  ])('%s is what the published schema %s says', (file, name) => {
    const valid = schema(name);
    valid(parse(fs.readFileSync(file, 'utf8')));
    expect(valid.errors).toBeNull();
  });

  it('every YAML example in docs/ci.md reads, and is a workflow step, job or hook', () => {
    const examples = [...fs.readFileSync('docs/ci.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)];
    expect(examples).not.toEqual([]);
    for (const [, example] of examples) expect(parse(example!)).toBeTypeOf('object');
  });
});
