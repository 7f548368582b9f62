import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lint } from '../src/lint.ts';
import { scratchFolder } from './scratch.ts';

const folder = scratchFolder('lint');

/** How often a run over one file is told that there is much to do. */
async function told(files: Readonly<Record<string, string>>): Promise<number> {
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const file = path.join(folder, 'nginx.conf');
  let times = 0;
  await lint({
    given: [{ path: file, kind: 'file', files: [file], checkout: false }],
    layout: { root: null, maps: [], live: false },
    large: () => times++,
  });
  return times;
}

it('a run is told once that there is much to do, be it in the main file or in what that includes', async () => {
  const servers = 'server { listen 80; server_name a.test; }\n'.repeat(500);
  expect(await told({ 'nginx.conf': 'events {}\nhttp { server { listen 80; } }\n' })).toBe(0);
  expect(await told({ 'nginx.conf': `events {}\nhttp { ${servers} }\n` })).toBe(1);
  expect(await told({ 'nginx.conf': 'events {}\nhttp { include sites; }\n', sites: servers })).toBe(1);
});
