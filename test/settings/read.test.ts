import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metas } from '../../src/rules/index.ts';
import { readSettings } from '../../src/settings/read.ts';
import { settingsDocument } from '../../src/settings/schema.ts';

const schema = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, '../../schemas/config.schema.json'), 'utf8'),
) as object;
const valid = new Ajv2020({ strict: false }).compile(schema);

describe('a configuration file', () => {
  it.each([
    ['JSON', '{\n  "extends": "strict",\n  "rules": { "weak-hash": "error" }\n}'],
    ['YAML', 'extends: strict\nrules:\n  weak-hash: error\n'],
  ])('is read from %s', (_, text) => {
    expect(readSettings(text)).toEqual({ settings: { extends: 'strict', rules: { 'weak-hash': 'error' } } });
  });

  it('may be empty', () => {
    for (const text of ['', '{}', '# nothing yet\n']) expect(readSettings(text)).toEqual({ settings: {} });
  });

  it('is taken out of a package.json', () => {
    expect(readSettings('{"name": "x", "authlint": {"failOn": "info"}}', ['authlint'])).toEqual({
      settings: { failOn: 'info' },
    });
  });

  it.each([
    ['extend: strict\n', '1:1 no setting is called extend; did you mean extends?'],
    ['rules:\n  weak-hsah: error\n', '2:3 no rule is called weak-hsah; did you mean weak-hash?'],
    ['rules:\n  weak-hash: warn\n', '2:14 rules.weak-hash takes one of off, info, warning, error, not "warn"'],
    ['overrides:\n  - file: a\n    rules: {}\n', '2:5 no setting is called file; did you mean files?'],
    ['{\n  "ignore": 3\n}', '2:13 ignore takes a text or a list of texts'],
    ['maps:\n  etc: conf\n', '2:8 maps.etc: a path of the server begins with /'],
    ['- a\n', '1:1 the file takes a map'],
    ['inlineConfig: "yes"\n', '1:15 inlineConfig takes true or false'],
    ['{"a": [1, }', '1:11 '],
    ['a: 1\na: 2\n', '2:1 Map keys must be unique'],
  ])('is complained about at the place: %j', (text, expected) => {
    const read = readSettings(text);
    const shown =
      'problems' in read ? read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`) : [];
    expect(
      shown.some((one) => one.startsWith(expected)),
      shown.join('\n'),
    ).toBe(true);
  });

  it('neither hangs nor throws on aliases that multiply or on deep nesting', () => {
    let bomb = 'a0: &a0 [x, x]\n';
    for (let at = 1; at < 40; at++) bomb += `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]\n`;
    expect(readSettings(bomb)).toHaveProperty('problems');
    expect(readSettings('['.repeat(100_000))).toHaveProperty('problems');
  });

  it('means the same to its JSON Schema as to authlint', () => {
    const ids = fc.constantFrom(...metas.map(({ id }) => id), 'nonsense');
    const levels = fc.dictionary(ids, fc.constantFrom('off', 'info', 'warning', 'error', 'loud', 1), { maxKeys: 2 });
    const document = fc.record(
      {
        extends: fc.constantFrom('recommended', 'strict', 'all', 'none'),
        rules: levels,
        overrides: fc.array(fc.record({ files: fc.constantFrom('a', ['a', 'b'], '', 3), rules: levels }), {
          maxLength: 2,
        }),
        failOn: fc.constantFrom('error', 'never'),
        maps: fc.dictionary(fc.constantFrom('/etc', 'etc'), fc.constantFrom('conf', ''), { maxKeys: 2 }),
        ignore: fc.constantFrom('x', ['x'], [3]),
        inlineConfig: fc.constantFrom(true, 'yes'),
        unknown: fc.constant(1),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(document, (one) => {
        expect(settingsDocument.safeParse(one).success).toBe(valid(one));
        expect('settings' in readSettings(JSON.stringify(one))).toBe(valid(one));
      }),
      { numRuns: 500 },
    );
  });
});
