// Runs a TypeScript program of the tests: Node 20 takes none by itself.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Each file keeps its own folder, from which fixtures are found. */
const inPlace = {
  name: 'in-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }));
  },
};

export async function runBundled(entry) {
  const out = mkdtempSync(join(tmpdir(), 'authlint-run-'));
  try {
    await build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: join(out, 'run.mjs'),
      plugins: [inPlace],
      banner: {
        js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
      },
    });
    await import(pathToFileURL(join(out, 'run.mjs')).href);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
