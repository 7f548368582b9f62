#!/usr/bin/env node
// The start of the command: loads the least that answers, since start-up is most of a small run.
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  process.stdout.write(`${__VERSION__}\n`);
} else {
  const { run } = await import('./cli/run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
