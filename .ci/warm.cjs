// Runs the bundles once over the fixtures and keeps what V8 compiled of them, for src/main.ts to start from.
const fs = require('node:fs');
const module_ = require('node:module');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');

const folder = path.resolve('dist');
const scripts = new Map();

/** As src/main.ts loads them. */
function load(name) {
  const file = path.join(folder, name);
  const script = new vm.Script(module_.wrap(fs.readFileSync(file, 'latin1')), { filename: file });
  scripts.set(file, script);
  const own = { exports: {} };
  const known = module_.createRequire(file);
  script.runInThisContext()(own.exports, (id) => (id.startsWith('./') && id.endsWith('.js') ? load(id) : known(id)), own, file, folder);
  return own.exports;
}

const typical = [
  ['--help'],
  ['check', 'fixtures/servers/apache-article-wrong-path/var/www/html/members/.htaccess', '--format', 'json'],
  ['check', 'fixtures/servers/nginx-article-wrong-path/etc/nginx/nginx.conf'],
];

(async () => {
  // what was compiled must not be thrown away meanwhile; the flag is part of what V8 compares, so it is set back
  v8.setFlagsFromString('--no-flush-bytecode');
  const { run } = load('authlint.js');
  for (const args of typical) await run(args);
  v8.setFlagsFromString('--flush-bytecode');
  for (const [file, script] of scripts) fs.writeFileSync(`${file}.cache`, script.createCachedData());
  process.exitCode = 0;
})();
