import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formatsOf from 'ajv-formats';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
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

describe('reviewdog', () => {
  // strict: its reader is protobuf's, which refuses fields that it does not know
  const position = z.strictObject({ line: z.int().positive(), column: z.int().positive() });
  const range = z.strictObject({ start: position, end: position.optional() });
  const location = z.strictObject({ path: z.string(), range });
  const diagnostic = z.strictObject({
    message: z.string().min(1),
    location,
    severity: z.enum(['ERROR', 'WARNING', 'INFO']),
    code: z.strictObject({ value: z.string(), url: z.string().optional() }),
    related_locations: z.array(z.strictObject({ message: z.string(), location })).optional(),
    suggestions: z.array(z.strictObject({ range, text: z.string() })).optional(),
  });
  const result = z.strictObject({
    source: z.strictObject({ name: z.literal('authlint'), url: z.string().optional() }),
    diagnostics: z.array(diagnostic),
  });

  it('reads the result for any text, with a suggestion where there is a fix', async () => {
    const { report } = await formats.rdjson();
    expect(result.parse(JSON.parse(await printed('rdjson'))).diagnostics[0]?.suggestions).toHaveLength(1);
    fc.assert(
      fc.property(hostile, (untrusted) => {
        result.parse(JSON.parse(report(sampleReport(untrusted))));
      }),
      { numRuns: 50 },
    );
  });
});

describe('junit', () => {
  it('counts its cases and failures as readers do', async () => {
    const reader = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name) => name === 'testsuite' || name === 'testcase',
    });
    const { testsuites } = reader.parse(await printed('junit'));
    type Case = { name: string; classname: string; time: string; failure?: { message: string; type: string } };
    type Suite = { name: string; tests: string; failures: string; testcase: Case[] };
    const suites = testsuites.testsuite as Suite[];
    for (const { tests, failures, testcase } of suites) {
      expect(testcase).toHaveLength(Number(tests));
      expect(testcase.filter(({ failure }) => failure)).toHaveLength(Number(failures));
      for (const one of testcase) expect([one.name, one.classname, one.time]).not.toContain(undefined);
    }
    const sum = (of: (suite: Suite) => string): number => suites.reduce((all, suite) => all + Number(of(suite)), 0);
    expect([Number(testsuites.tests), Number(testsuites.failures)]).toEqual([
      sum(({ tests }) => tests),
      sum(({ failures }) => failures),
    ]);
  });
});

describe('unix', () => {
  it('is lines that the usual %f:%l:%c: %m of editors takes', async () => {
    const lines = (await printed('unix')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^[^:]+:\d+:\d+: \S/);
  });
});

describe('html', () => {
  it('asks nothing of a network and runs no script', async () => {
    const page = await printed('html');
    expect(page).not.toMatch(/<(?:script|link|iframe|img|object|embed|base)\b/i);
    expect(page).not.toMatch(/(?:src|href|action|url)\s*[=(]\s*["']?(?:https?:)?\/\//i);
    expect(page).toMatch(/color-scheme:\s*light dark/);
    expect(page).toMatch(/prefers-color-scheme:\s*dark/);
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

  it.each(['docs/ci.md', 'README.md'])(
    'every YAML example in %s reads, and is a workflow step, job or hook',
    (file) => {
      const examples = [...fs.readFileSync(file, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)];
      expect(examples).not.toEqual([]);
      for (const [, example] of examples) expect(parse(example!)).toBeTypeOf('object');
    },
  );
});
