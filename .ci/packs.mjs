// Makes the files that a command loads: esbuild's chunks, linked as functions and packed by what a run needs.
import fs from 'node:fs';
import { basename } from 'node:path';
import { build, transformSync } from 'esbuild';

/** Packs of modules with nothing but functions, which many runs never call: their code is loaded with the first call. */
const calledSeldom = {
  hash: ['hash/audit', 'hash/audit-digests', 'hash/audit-groups', 'hash/check', 'hash/digest'],
  usages: ['catalog/apache-usages'],
};

/**
 * Packs by name, each with the modules that a run of its kind imports when it comes to them. They lie in one file with
 * all that they bring; what two packs need lies in the first, and what none of them needs has a file of its own.
 */
const packs = {
  check: ['cli/run', 'cli/outputs', 'cli/check', 'report/json', 'rules/index-both'],
  apache: ['predict/apache/predictor', 'model/apache/modules', 'rules/index-apache'],
  nginx: ['predict/nginx/predictor', 'catalog/nginx-versions', 'model/nginx/build', 'rules/index-nginx'],
  ...calledSeldom,
};

/** Puts functions in place of those of `calledSeldom` that load them; `linked` knows `whenCalled`. */
const seldomCalled = {
  name: 'seldom-called',
  setup({ onLoad }) {
    const filter = new RegExp(`/src/(?:${Object.values(calledSeldom).flat().join('|')})\\.ts$`);
    onLoad({ filter }, async ({ path, suffix }) => {
      if (suffix !== '') return undefined;
      const { metafile } = await build({ entryPoints: [path], format: 'esm', outdir: '.', write: false, metafile: true });
      const [{ exports }] = Object.values(metafile.outputs);
      const itself = JSON.stringify(`${path}?itself`);
      const contents = exports.map(
        (name) => `export const ${name} = (...given) => whenCalled(import(${itself})).${name}(...given);`,
      );
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};

/** Writes the packs of a program into a folder; gives the pack and the name of the chunk that it starts with. */
export async function buildPacks(entry, folder, options) {
  const { outputFiles, metafile } = await build({
    ...options,
    plugins: [...options.plugins, seldomCalled],
    // the statements that are linked stay on lines of their own
    minify: false,
    minifyIdentifiers: options.minify,
    minifySyntax: options.minify,
    format: 'esm',
    splitting: true,
    entryPoints: [entry],
    outdir: folder,
    metafile: true,
    write: false,
  });
  const chunks = Object.entries(metafile.outputs).map(([path, { entryPoint, imports }]) => ({
    name: basename(path),
    entryPoint,
    needs: imports.flatMap(({ kind, external, path }) =>
      kind === 'import-statement' && !external ? [basename(path)] : [],
    ),
  }));
  const packOf = packed(chunks);
  const linkedBy = new Map();
  for (const { path, text } of outputFiles) {
    const name = basename(path);
    const pack = packOf.get(name);
    linkedBy.set(pack, [...(linkedBy.get(pack) ?? []), `${JSON.stringify(name)}: ${linked(text, packOf)}`]);
  }
  for (const [pack, list] of linkedBy) {
    const text = `({\n${list.join(',\n')}\n});\n`;
    const { code } = options.minify ? transformSync(text, { minifyWhitespace: true }) : { code: text };
    fs.writeFileSync(`${folder}/${pack}.js`, code);
  }
  const { name } = chunks.find(({ entryPoint }) => entryPoint === entry);
  return [packOf.get(name), name];
}

/** The pack of each chunk by its name. */
function packed(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.name, chunk]));
  const [shared] = Object.keys(packs);
  const packOf = new Map();
  const put = (name, pack) => {
    const before = packOf.get(name);
    if (before === pack || before === shared) return;
    packOf.set(name, before ? shared : pack);
    for (const needed of byName.get(name).needs) put(needed, packOf.get(name));
  };
  for (const [pack, modules] of Object.entries(packs)) {
    for (const module of modules) {
      const found = chunks.find(({ entryPoint }) => entryPoint?.split('?')[0] === `src/${module}.ts`);
      put(found.name, pack);
    }
  }
  for (const { name } of chunks) if (!packOf.has(name)) packOf.set(name, basename(name, '.js'));
  return packOf;
}

/**
 * A chunk as a function that gives what it exports. What it imports becomes variables of its own, which are as fast as
 * any: no chunk imports another in a circle, and no export changes. `load` is that of src/packs.ts.
 */
function linked(text, packOf) {
  const from = (path) => {
    const name = basename(path);
    return path.startsWith('./')
      ? `load(${JSON.stringify(packOf.get(name))}, ${JSON.stringify(name)})`
      : `require(${JSON.stringify(path)})`;
  };
  /** `a as b, c` as the members of an object: `a: b, c: c`, or turned round for exports. */
  const members = (list, turned) =>
    list
      .split(',')
      .map((one) => one.trim().split(' as '))
      .map(([name, other = name]) => (turned ? `${other}: ${name}` : `${name}: ${other}`))
      .join(', ');
  const body = text
    .replace(/^import "(\.[^"]+)";$/gm, (_, path) => `${from(path)};`)
    .replace(/^import (?:\* as )?([\w$]+) from "([^"]+)";$/gm, (_, name, path) => `var ${name} = ${from(path)};`)
    .replace(/^import \{([^}]*)\} from "([^"]+)";$/gm, (_, list, path) => `var { ${members(list)} } = ${from(path)};`)
    .replace(/\bwhenCalled\(import\("([^"]+)"\)\)/g, (_, path) => from(path))
    .replace(/\bimport\("([^"]+)"\)/g, (_, path) => `Promise.resolve(${from(path)})`)
    // a CommonJS library: Node gives its members by name too
    .replace(/^export default (.*);$/m, 'return { ...$1, default: $1 };')
    .replace(/^export \{([^}]*)\};$/m, (_, list) => `return { ${members(list, true)} };`);
  return `(function (load, require, __dirname) {\n"use strict";\n${body}\n})`;
}
