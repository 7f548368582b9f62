import fs from 'node:fs';
import { shown } from '../host/disk.ts';
import { DiskView } from '../host/disk-view.ts';
import { type LintRequest, lint } from '../lint.ts';
import type { CheckDocument } from '../report/contract.ts';
import { documentOf } from '../report/document.ts';
import { type Shard, shardOf } from '../shard.ts';
import { harmless } from '../text/printable.ts';
import type { Changes } from '../touches.ts';
import { lookLonger } from './engine.ts';
import { failing, print, write } from './outputs.ts';
import { givenPaths, layoutOf } from './paths.ts';
import { settle } from './settings.ts';
import { progressLine } from './terminal.ts';
import { UsageError, type Values } from './usage.ts';

/** `authlint [check] [PATH…]`: prints what was found; exit status 1 where something reaches --fail-on. */
export async function check(named: readonly string[], options: Values): Promise<number> {
  const { paths, values, ruling, choice } = await settle(named, options);
  const layout = layoutOf(values);
  const shard = shardFrom(values);
  const changed = await changedFrom(values);
  const baseline = await baselineFrom(values);
  const view = new DiskView();
  const { given, troubles } = await givenPaths(paths, view, choice.ignored);
  if (given.length === 0) {
    for (const trouble of troubles) process.stderr.write(`authlint: ${trouble}\n`);
    return 2;
  }
  const progress = progressLine();
  const request: LintRequest = {
    given,
    layout,
    view,
    platform: values.platform,
    ruling,
    troubles,
    shard,
    changed,
    progress: progress.show,
    large: lookLonger,
    running: layout.live ? (await import('../host/live.ts')).runningServers() : null,
  };
  const mending = values.fix || values['fix-dry-run'];
  const { result, failed } = mending
    ? await (await import('./fix.ts')).fix(request, values)
    : { result: await lint(request), failed: false };
  progress.clear();
  if (values['list-files']) {
    for (const [file, { kind, why }] of result.files)
      if (kind) process.stdout.write(`${kind.padEnd(16)} ${harmless(shown(file))}${why ? ` (${why})` : ''}\n`);
    return 0;
  }
  const judged = result.findings.length + result.passwordFiles.length > 0;
  const nothing = !judged && ![...result.files.values()].some(({ kind }) => kind !== null);
  if (nothing) {
    const where = given.length === 1 ? harmless(shown(given[0]!.path)) : 'the given paths';
    process.stderr.write(`authlint: ${where}: no Apache or nginx configuration and no password file is there\n`);
    if (!values.outputs?.some(({ format }) => format !== 'pretty')) return 2;
  }
  const document = baseline ? baseline.apply(documentOf(result)) : documentOf(result);
  await print(document, result, values);
  const undone = nothing || failed || result.troubles.length > 0;
  return undone ? 2 : failing(document, values) && values.fail !== false ? 1 : 0;
}

/** What --baseline makes of a document; the file is written where that was asked for. */
async function baselineFrom(values: Values): Promise<{ apply(document: CheckDocument): CheckDocument } | null> {
  const { baseline: file, shard, 'update-baseline': update, 'grow-baseline': grow, 'changed-since': changed } = values;
  if (file === undefined) {
    if (update || grow) throw new UsageError('--update-baseline needs --baseline FILE');
    return null;
  }
  if (shard !== undefined) throw new UsageError('--baseline goes with a whole run, not with --shard');
  if (grow && !update) throw new UsageError('--grow-baseline goes with --update-baseline');
  if (update && changed !== undefined) throw new UsageError('--update-baseline needs a whole run');
  const { parseBaseline, baselineOf, marked } = await import('../report/baseline.ts');
  const text = readBaseline(file);
  const earlier = text === null ? null : parseBaseline(text);
  if (text === null && !update)
    throw new UsageError(`--baseline ${harmless(file)} is not there; --update-baseline makes it`);
  if (text !== null && !earlier) throw new UsageError(`--baseline ${harmless(file)} is no baseline of authlint`);
  return {
    apply(document) {
      // a run that could not see everything proves nothing gone
      if (!update || document.troubles.length > 0) return earlier ? marked(document, earlier) : document;
      const baseline = baselineOf(document.findings, grow ? null : earlier);
      write(`${JSON.stringify(baseline, null, 2)}\n`, file);
      return marked(document, baseline);
    },
  };
}

function readBaseline(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
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
