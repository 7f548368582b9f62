// Bundles the command into dist: a launcher, the code itself in packs, and the tables.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildPacks } from './packs.mjs';

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

/** Writes a value as JSON in plain ASCII, which is read without decoding. */
function writeJson(name, value) {
  const escaped = (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  fs.writeFileSync(`dist/${name}.json`, JSON.stringify(value).replace(/[^\0-\x7f]/g, escaped));
}

/** The expression that reads it again. */
const readJson = (name) => `JSON.parse(require('node:fs').readFileSync(__dirname + '/${name}.json', 'latin1'))`;

/** Tables stay JSON, read when they are needed: V8 parses that several times faster than the same as program text. */
const tables = {
  name: 'tables',
  setup({ onLoad }) {
    onLoad({ filter: /\.generated\.json$/ }, ({ path }) => {
      const name = basename(path, '.generated.json');
      writeJson(name, JSON.parse(fs.readFileSync(path, 'utf8')));
      return { contents: `export default ${readJson(name)}`, loader: 'js' };
    });
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
      writeJson('examples', examplesOf(new DiskHost(), resolve('fixtures/rules')));
      return { contents: `export const examples = () => ${readJson('examples')}`, loader: 'js' };
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
  define: { __VERSION__: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
};

fs.rmSync('dist', { recursive: true, force: true });
fs.mkdirSync('dist');
const first = await buildPacks('src/cli/run.ts', 'dist', {
  ...shared,
  plugins: [tables, withoutRandom, helpPage, examples],
});
const define = { ...shared.define, __FIRST__: JSON.stringify(first) };
await build({ ...shared, define, entryPoints: ['src/main.ts'], outfile: 'dist/cli.js' });
fs.writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');

await build({ ...shared, entryPoints: ['src/packs.ts'], outfile: 'dist/warm.js' });
const warmed = spawnSync(process.execPath, ['.ci/warm.cjs', ...first], { stdio: ['ignore', 'ignore', 'inherit'] });
if (warmed.status !== 0) process.exitCode = 1;
fs.rmSync('dist/warm.js');
