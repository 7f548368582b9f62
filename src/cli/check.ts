import { shown } from '../host/disk.ts';
import { lint } from '../lint.ts';
import { reportJson } from '../report/json.ts';
import { type Result, severities } from '../report/result.ts';
import { harmless } from '../text/printable.ts';
import { givenPaths, layoutOf } from './paths.ts';
import type { Values } from './run.ts';
import { terminalColors } from './terminal.ts';

/** `authlint [check] [PATH…]`: prints what was found; exit status 1 where something reaches --fail-on. */
export async function check(operands: readonly string[], values: Values): Promise<number> {
  const layout = layoutOf(values);
  const { given, troubles } = await givenPaths(operands);
  if (given.length === 0) {
    for (const trouble of troubles) process.stderr.write(`authlint: ${trouble}\n`);
    return 2;
  }
  const result = lint({ given, layout, platform: values.platform, troubles });
  if (values['list-files']) {
    for (const [file, kind] of result.files)
      if (kind) process.stdout.write(`${kind.padEnd(16)} ${harmless(shown(file))}\n`);
    return 0;
  }
  if (result.files.size === 0 || ![...result.files.values()].some(Boolean)) {
    process.stderr.write('authlint: no Apache or nginx configuration and no password file was found there\n');
  }
  await print(result, values);
  return troubles.length > 0 ? 2 : failing(result, values) && !values['no-fail'] ? 1 : 0;
}

async function print(result: Result, values: Values): Promise<void> {
  if (values.format === 'json') {
    process.stdout.write(reportJson(result));
    return;
  }
  const { reportPretty } = await import('../report/pretty.ts');
  process.stdout.write(reportPretty(result, { colors: await terminalColors(values), quiet: values.quiet ?? false }));
}

function failing(result: Result, values: Values): boolean {
  const least = severities.indexOf((values['fail-on'] ?? 'error') as (typeof severities)[number]);
  return result.findings.some(({ severity }) => severities.indexOf(severity) >= least);
}
