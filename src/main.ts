#!/usr/bin/env node
// The start of the command: loads the least that answers, since start-up is most of a small run.
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  process.stdout.write(`${__VERSION__}\n`);
} else {
  const { run } = load('authlint.js') as typeof import('./cli/run.ts');
  run(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
}

/** A bundle beside this file, with what V8 compiled of it when it was built; another V8 compiles it anew. */
function load(name: string): unknown {
  const file = path.join(import.meta.dirname, name);
  let cachedData: Buffer | undefined;
  try {
    cachedData = fs.readFileSync(`${file}.cache`);
  } catch {
    // a build without it works just as well
  }
  const script = new vm.Script(module.wrap(fs.readFileSync(file, 'latin1')), { filename: file, cachedData });
  const exports = {};
  const own = { exports };
  const known = module.createRequire(file);
  const require = (id: string): unknown => (id.startsWith('./') && id.endsWith('.js') ? load(id) : known(id));
  script.runInThisContext()(exports, require, own, file, path.dirname(file));
  return own.exports;
}
