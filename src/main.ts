#!/usr/bin/env node
// The start of the command: loads the least that answers, since start-up is most of a small run.
import { writeSync } from 'node:fs';
import { loaderFrom } from './packs.ts';

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  writeSync(1, `${__VERSION__}\n`);
} else {
  const { run } = loaderFrom(import.meta.dirname)(...__FIRST__) as typeof import('./cli/run.ts');
  run(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
    // where all is written there is nothing to wait for: tidying a large heap takes as long as reading a small file
    if (process.getActiveResourcesInfo().length === 0) process.exit();
  });
}
