// Bundles the command into dist: a launcher, and the code itself in packs.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { buildPacks } from './packs.mjs';

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

/** bcryptjs wants random bytes for new hashes, which are never made here; without them crypto is loaded by need. */
const withoutRandom = {
  name: 'without-random',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^crypto$/ }, () => ({ path: 'none', namespace: 'without-random' }));
    onLoad({ filter: /.*/, namespace: 'without-random' }, () => ({ contents: 'export default null' }));
  },
};

/** The help pages are made now, as yargs takes longer to write one than a small run takes as a whole. */
const helpPages = {
  name: 'help-page',
  setup({ onLoad }) {
    onLoad({ filter: /\/cli\/help\.ts$/ }, async ({ path }) => {
      const outfile = 'dist/help.mjs';
      await build({ ...shared, format: 'esm', entryPoints: [path], outfile });
      const made = await import(new URL(`../${outfile}`, import.meta.url));
      fs.rmSync(outfile);
      return { contents: `export const helpPages = async () => (${JSON.stringify(await made.helpPages())})`, loader: 'js' };
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
      const text = "require('node:fs').readFileSync(__dirname + '/examples.json', 'utf8')";
      return { contents: `export const examples = () => JSON.parse(${text})`, loader: 'js' };
    });
  },
};

/** What a rule's documentation has beside the fix, which findings repeat: members of its `docs`. */
const unread = /^ {4}(?:visitor|why|fine):\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),\n/gm;

/** The documentation of rules is taken out of them now, and read when somebody asks for it. */
const ruleDocs = {
  name: 'rule-docs',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/rules\/[\w-]+\.ts$/ }, ({ path }) => {
      const text = fs.readFileSync(path, 'utf8');
      const contents = text.replaceAll(unread, '');
      if (/^ {4}(?:visitor|why|fine):/m.test(contents)) throw new Error(`${path}: documentation that is no plain text`);
      return { contents, loader: 'ts' };
    });
    onLoad({ filter: /\/cli\/documented-rules\.ts$/ }, async ({ path }) => {
      const outfile = 'dist/documented-rules.mjs';
      await build({ ...shared, format: 'esm', entryPoints: [path], outfile });
      const { documentedRules } = await import(new URL(`../${outfile}`, import.meta.url));
      fs.rmSync(outfile);
      const docs = Object.fromEntries(documentedRules().map((rule) => [rule.id, rule.docs]));
      fs.writeFileSync('dist/rule-docs.json', JSON.stringify(docs));
      const contents = `
        import { metas } from '../rules/index.ts';
        export function documentedRules() {
          const docs = JSON.parse(require('node:fs').readFileSync(__dirname + '/rule-docs.json', 'utf8'));
          return metas.map((meta) => ({ ...meta, docs: docs[meta.id] }));
        }`;
      return { contents, loader: 'js' };
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
  plugins: [withoutRandom, helpPages, examples, ruleDocs],
});
const define = { ...shared.define, __FIRST__: JSON.stringify(first) };
await build({ ...shared, define, entryPoints: ['src/main.ts'], outfile: 'dist/cli.js' });
fs.writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');

await build({ ...shared, entryPoints: ['src/packs.ts'], outfile: 'dist/warm.js' });
const warmed = spawnSync(process.execPath, ['.ci/warm.cjs', ...first], { stdio: ['ignore', 'ignore', 'inherit'] });
if (warmed.status !== 0) process.exitCode = 1;
fs.rmSync('dist/warm.js');
