import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ServerName } from '../../src/predict/answer.ts';
import { judged } from './campaign.ts';
import type { Setup } from './case.ts';
import { generators } from './generators.ts';
import { mutated, outside } from './mutate/mutated.ts';
import { missing, patience } from './server.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    server: { type: 'string' },
    seed: { type: 'string' },
    count: { type: 'string' },
    /** Re-ask recorded cases (a folder with apache/ and nginx/) in place of random configurations. */
    cases: { type: 'string' },
    /** Change recorded cases and fixtures a little in place of random configurations. */
    mutate: { type: 'boolean' },
    /** Cut each disagreement down and print it as a case. */
    shrink: { type: 'boolean' },
    /** Print why configurations refused to start. */
    refused: { type: 'boolean' },
  },
});
const first = Number(values.seed ?? 1);
const count = Number(values.count ?? 20);

function* recorded(folder: string, server: ServerName): Iterable<[string, Setup]> {
  for (const name of readdirSync(join(folder, server)).sort()) {
    const read = JSON.parse(readFileSync(join(folder, server, name), 'utf8')) as (Setup & { id: string })[];
    for (const one of Array.isArray(read) ? read : [read]) yield [one.id, { ...one, server }];
  }
}

function* random(server: ServerName): Iterable<[string, Setup]> {
  for (let seed = first; seed < first + count; seed++) yield [`${server}/${seed}`, generators[server](seed)];
}

/** The configurations to ask the server about. */
function setups(server: ServerName): Iterable<[string, Setup]> | AsyncIterable<[string, Setup]> {
  if (values.cases) return recorded(resolve(values.cases), server);
  return values.mutate ? mutated(server, first, count) : random(server);
}

for (const server of (values.server ? [values.server] : ['apache', 'nginx']) as ServerName[]) {
  const why = missing(server);
  if (why) {
    console.error(why);
    process.exitCode = 2;
    continue;
  }
  let right = 0;
  const refusals: string[] = [];
  const wrong: string[] = [];
  const unknown: string[] = [];
  for await (const [id, setup] of setups(server)) {
    const result = await judged(id, setup);
    if (values.mutate && result.refused !== null && outside.test(result.refused)) continue;
    right += result.right;
    if (result.refused !== null) refusals.push(`${id}: ${result.refused.split('\n').at(-1)}`);
    wrong.push(...result.wrong);
    unknown.push(...result.unknown);
    if (values.shrink && result.wrong.length > 0) {
      patience.ms = 1_500;
      const least = await shrink(setup, async (smaller) => (await judged(id, smaller)).wrong.length > 0);
      console.log(JSON.stringify({ id, ...least }, null, 1));
    }
  }
  for (const line of [...(values.refused ? refusals : []), ...wrong, ...unknown].slice(0, 4000)) console.log(line);
  console.log(
    `${server}: ${refusals.length} refused to start, ${right} right, ${wrong.length} wrong, ${unknown.length} unknown`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}
