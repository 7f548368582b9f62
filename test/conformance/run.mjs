// npm run conformance -- --server nginx --seed N --count N: random configurations against the real server
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const out = mkdtempSync(join(tmpdir(), 'authlint-conformance-'));
try {
  await build({
    entryPoints: [join(import.meta.dirname, 'run.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(out, 'run.mjs'),
    banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
  });
  await import(pathToFileURL(join(out, 'run.mjs')).href);
} finally {
  rmSync(out, { recursive: true, force: true });
}
