// Runs the command a few times and keeps what V8 compiled of its packs, for src/packs.ts to start from.
const fs = require('node:fs');
const path = require('node:path');
const v8 = require('node:v8');

const folder = path.resolve('dist');
const { loaderFrom } = require(path.join(folder, 'warm.js'));
const scripts = new Map();
const first = process.argv.slice(2);

const typical = [
  ['--help'],
  ['check', 'fixtures/servers/apache-article-wrong-path/var/www/html/members', '--format', 'json'],
  ['check', 'fixtures/servers/apache-article-wrong-path/var/www/html/members/.htaccess'],
  ['check', 'fixtures/servers/apache-article-sound/home/user/.htpasswd'],
  ['check', 'fixtures/servers/nginx-article-wrong-path/etc/nginx/nginx.conf'],
];

(async () => {
  // what was compiled must not be thrown away meanwhile, nor marked as worth machine code from its first call on, which a
  // small run does not repay; flags are part of what V8 compares, so they are set back
  v8.setFlagsFromString('--no-flush-bytecode');
  v8.setFlagsFromString('--no-sparkplug');
  const { run } = loaderFrom(folder, (file, script) => scripts.set(file, script))(...first);
  for (const args of typical) await run(args);
  v8.setFlagsFromString('--flush-bytecode');
  v8.setFlagsFromString('--sparkplug');
  for (const [file, script] of scripts) fs.writeFileSync(`${file}.cache`, script.createCachedData());
  process.exitCode = 0;
})();
