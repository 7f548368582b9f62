import { parseArgs } from 'node:util';
import { judged } from './campaign.ts';
import { generators } from './generators.ts';
import { missing } from './server.ts';

const { values } = parseArgs({
  options: { server: { type: 'string' }, seed: { type: 'string' }, count: { type: 'string' } },
});
const servers = (values.server ? [values.server] : Object.keys(generators)) as (keyof typeof generators)[];
const first = Number(values.seed ?? 1);
const count = Number(values.count ?? 20);

for (const server of servers) {
  const why = missing(server);
  if (why) {
    console.error(why);
    process.exitCode = 2;
    continue;
  }
  let right = 0;
  let refused = 0;
  const wrong: string[] = [];
  const unknown: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const result = await judged(`${server}/${seed}`, generators[server](seed));
    right += result.right;
    if (result.refused) refused++;
    wrong.push(...result.wrong);
    unknown.push(...result.unknown);
  }
  for (const line of [...wrong, ...unknown].slice(0, 40)) console.log(line);
  console.log(
    `${server}: seeds ${first} to ${first + count - 1}, ${refused} refused to start, ${right} right, ${wrong.length} wrong, ${unknown.length} unknown`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}
