import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Seeded } from '../conformance/seeded.ts';
import { fault, type Root, thrownBy } from './check.ts';
import { type Files, mutated } from './mutate.ts';
import { faultOfRepository, repositories } from './repository.ts';
import { seeds } from './roots.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    /** Where inputs that show a fault are written. */
    output: { type: 'string' },
  },
});
const seed = Number(values.seed ?? 1);
const end = Date.now() + Number(values.minutes ?? 1) * 60_000;
const random = new Seeded(seed);

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
const seen = new Set<string>();

/** Whether a piece of code ran that no input before has reached. */
async function reachesMore(): Promise<boolean> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const before = seen.size;
  for (const { url, functions } of result) {
    if (!url.endsWith('/run.mjs')) continue;
    for (const { ranges } of functions)
      for (const { startOffset, endOffset, count } of ranges) if (count > 0) seen.add(`${startOffset} ${endOffset}`);
  }
  return seen.size > before;
}

/** What is mutated: a server root, or a whole repository, which is laid out on disk. */
type Input = Root | { readonly files: Files };
const roots: Input[] = seeds();
// servers are three times as likely
const corpora: readonly Input[][] = [roots, roots, roots, repositories().map((files) => ({ files }))];
const known = (): number => roots.length + corpora.at(-1)!.length;
const given = known();
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'authlint-fuzz-')));

const size = ({ files }: Input): number => Object.values(files).reduce((sum, text) => sum + text.length, 0);
const found: { wrong: string; input: Input }[] = [];
let tried = 0;
let longest = 0;
for (; Date.now() < end; tried++) {
  const corpus = random.pick(corpora);
  // what reached something new lately is the likeliest to reach more
  const from = random.once(2) ? 0 : Math.max(0, corpus.length - 200);
  const input = corpus[from + random.below(corpus.length - from)]!;
  const changed = { ...input, files: mutated(input.files, random.pick(corpus).files, random) };
  // what hangs or takes all memory is found there
  if (values.output) writeFileSync(`${values.output}.trying`, JSON.stringify(changed));
  const started = performance.now();
  let wrong = await thrownBy(() =>
    'server' in changed ? fault(changed) : faultOfRepository(changed.files, join(scratch, 'checkout')),
  );
  const took = performance.now() - started;
  if (took > longest) {
    longest = took;
    console.log(`${took.toFixed(0)} ms for ${size(changed)} bytes`);
  }
  // slow password hashes are the servers' own work; anything else is a few microseconds a byte
  if (!wrong && took > 5_000 + size(changed) / 50) wrong = `${took.toFixed(0)} ms`;
  if (wrong && !found.some((one) => one.wrong === wrong)) {
    found.push({ wrong, input: changed });
    console.log(wrong);
  }
  if (!wrong && (await reachesMore())) corpus.push(changed);
}
rmSync(scratch, { recursive: true, force: true });
const more = known() - given;
if (values.output && found.length > 0) writeFileSync(values.output, `${JSON.stringify(found, null, 1)}\n`);
console.log(
  `seed ${seed}: ${tried} inputs from ${given} roots, ${more} reached more code, ${found.length} faults, longest ${longest.toFixed(0)} ms`,
);
if (found.length > 0) process.exitCode = 1;
