import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkDocument, diagnoseDocument, predictDocument, tokenDocument } from '../../src/report/contract.ts';
import { settingsDocument } from '../../src/settings/schema.ts';

const folder = path.join(import.meta.dirname, '../../schemas');

describe.each([
  ['check', checkDocument],
  ['predict', predictDocument],
  ['config', settingsDocument],
  ['token', tokenDocument],
  ['diagnose', diagnoseDocument],
] as const)('schemas/%s.schema.json', (name, contract) => {
  it('is what the contract says (UPDATE=1 writes it anew)', () => {
    const file = path.join(folder, `${name}.schema.json`);
    const text = `${JSON.stringify(z.toJSONSchema(contract), null, 2)}\n`;
    if (process.env.UPDATE) {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(file, text);
    }
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });
});
