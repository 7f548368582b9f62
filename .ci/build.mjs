// Bundles the command into dist: a launcher, the code itself, and each library that a small run does not need.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const libraries = ['ignore', 'picocolors', 'yaml', 'zod'];

/** Tables stay JSON, read when they are needed: V8 parses that several times faster than the same as program text. */
const tables = {
  name: 'tables',
  setup({ onLoad }) {
    onLoad({ filter: /\.generated\.json$/ }, ({ path }) => {
      const name = basename(path, '.generated.json');
      fs.writeFileSync(`dist/${name}.json`, JSON.stringify(JSON.parse(fs.readFileSync(path, 'utf8'))));
      return { contents: `export default require('./${name}.json')`, loader: 'js' };
    });
  },
};

/** Libraries stay outside the bundle, in files of their own that are loaded when they are needed. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${libraries.join('|')})$`) }, ({ path }) => ({
      path: `./${path}.js`,
      external: true,
    }));
  },
};

/** bcryptjs wants random bytes for new hashes, which are never made here; without them crypto is loaded by need. */
const withoutRandom = {
  name: 'without-random',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^crypto$/ }, () => ({ path: 'none', namespace: 'without-random' }));
    onLoad({ filter: /.*/, namespace: 'without-random' }, () => ({ contents: 'export default null' }));
  },
};

/** The help page is made now, as yargs takes longer to write it than a small run takes as a whole. */
const helpPage = {
  name: 'help-page',
  setup({ onLoad }) {
    onLoad({ filter: /\/cli\/help\.ts$/ }, async ({ path }) => {
      const outfile = 'dist/help.mjs';
      await build({ ...shared, format: 'esm', entryPoints: [path], outfile });
      const { help } = await import(new URL(`../${outfile}`, import.meta.url));
      fs.rmSync(outfile);
      return { contents: `export const help = async () => ${JSON.stringify(await help())}`, loader: 'js' };
    });
  },
};

/** Examples are taken out of the fixtures now, which are not in the package, and read when a rule is explained. */
const examples = {
  name: 'examples',
  setup({ onLoad }) {
    onLoad({ filter: /\/cli\/examples\.ts$/ }, async () => {
      const contents = "export * from './docs/examples.ts'; export * from './host/disk.ts'";
      const outfile = 'dist/examples.mjs';
      await build({ ...shared, format: 'esm', stdin: { contents, resolveDir: 'src', loader: 'ts' }, outfile });
      const { examplesOf, DiskHost } = await import(new URL(`../${outfile}`, import.meta.url));
      fs.rmSync(outfile);
      fs.writeFileSync('dist/examples.json', JSON.stringify(examplesOf(new DiskHost(), resolve('fixtures/rules'))));
      return { contents: "export const examples = () => require('./examples.json')", loader: 'js' };
    });
  },
};

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  // the loader of ES modules costs more than a small run
  supported: { 'dynamic-import': false },
  external: ['./*-directives.json', './nginx-versions.json', './examples.json'],
  define: { __VERSION__: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
};

fs.rmSync('dist', { recursive: true, force: true });
await build({ ...shared, entryPoints: ['src/main.ts'], outfile: 'dist/cli.js' });
await build({
  ...shared,
  entryPoints: ['src/cli/run.ts'],
  outfile: 'dist/authlint.js',
  plugins: [tables, apart, withoutRandom, helpPage, examples],
});
for (const name of libraries) await build({ ...shared, entryPoints: [name], outfile: `dist/${name}.js` });
fs.writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');

const warmed = spawnSync(process.execPath, ['.ci/warm.cjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (warmed.status !== 0) process.exitCode = 1;
