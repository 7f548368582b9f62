import { shown } from '../host/disk.ts';
import { lint } from '../lint.ts';
import { documentOf } from '../report/document.ts';
import { metas } from '../rules/index.ts';
import { type Shard, shardOf } from '../shard.ts';
import { harmless } from '../text/printable.ts';
import type { Changes } from '../touches.ts';
import { failing, print } from './outputs.ts';
import { givenPaths, layoutOf } from './paths.ts';
import { UsageError, type Values } from './run.ts';
import { progressLine } from './terminal.ts';

/** `authlint [check] [PATH…]`: prints what was found; exit status 1 where something reaches --fail-on. */
export async function check(operands: readonly string[], values: Values): Promise<number> {
  const layout = layoutOf(values);
  const shard = shardFrom(values);
  const changed = await changedFrom(values);
  const { given, troubles } = await givenPaths(operands);
  if (given.length === 0) {
    for (const trouble of troubles) process.stderr.write(`authlint: ${trouble}\n`);
    return 2;
  }
  const progress = progressLine();
  const result = await lint({
    given,
    layout,
    platform: values.platform,
    troubles,
    shard,
    changed,
    progress: progress.show,
  });
  progress.clear();
  if (values['list-files']) {
    for (const [file, kind] of result.files)
      if (kind) process.stdout.write(`${kind.padEnd(16)} ${harmless(shown(file))}\n`);
    return 0;
  }
  const nothing = ![...result.files.values()].some(Boolean);
  if (nothing) {
    const where = given.length === 1 ? harmless(shown(given[0]!.path)) : 'the given paths';
    process.stderr.write(`authlint: ${where}: no Apache or nginx configuration and no password file is there\n`);
    if (!values.outputs?.some(({ format }) => format !== 'pretty')) return 2;
  }
  const document = documentOf(result);
  await print(document, result, metas, values);
  return nothing || result.troubles.length > 0 ? 2 : failing(document, values) && values.fail !== false ? 1 : 0;
}

function shardFrom(values: Values): Shard | null {
  if (values.shard === undefined) return null;
  const shard = shardOf(values.shard);
  if (!shard) throw new UsageError(`--shard takes i/n, as in --shard 2/5, not ${harmless(values.shard)}`);
  if (!values.outputs?.some(({ format }) => format === 'json' || format === 'sarif')) {
    throw new UsageError('--shard needs --format json or sarif, which authlint merge joins');
  }
  return shard;
}

async function changedFrom(values: Values): Promise<Changes | null> {
  const ref = values['changed-since'];
  if (ref === undefined) return null;
  const { ChangesError, changedSince } = await import('../changed.ts');
  try {
    return changedSince(ref, process.cwd());
  } catch (error) {
    throw error instanceof ChangesError ? new UsageError(error.message) : error;
  }
}
