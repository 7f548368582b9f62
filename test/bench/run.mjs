// `npm run bench`: how long authlint takes, as a ratio to a program that does less with the same input, run in turn
// with it. `--quick` takes smaller trees and fewer rounds, `--rounds=N` as many as are said. It needs nginx and apache2; rows without them are left out.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hard, makeHard, makers } from './corpus.mjs';

delete process.env.NODE_EXTRA_CA_CERTS;
const quick = process.argv.includes('--quick');
const asked = process.argv.find((one) => one.startsWith('--rounds='));
const rounds = asked ? Number(asked.slice('--rounds='.length)) : quick ? 3 : 7;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'authlint-bench-'));
const peak = path.join(scratch, 'peak');
const preload = path.join(scratch, 'peak.cjs');
fs.writeFileSync(
  preload,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));\n`,
);
const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const authlint = (...args) => [process.execPath, cli, ...args];
const check = (target) => authlint('check', '--format', 'json', target);
const nothing = [process.execPath, '-e', '0'];

/** Seconds of one run: of the wall clock, and of CPU in all its threads. */
function timed(command) {
  // the shell's own word on its children, since Node does not tell what a child took
  const script = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';
  const started = process.hrtime.bigint();
  const { stdout, status } = spawnSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8' });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  const children = stdout.trim().split('\n').at(-1);
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + minutes * 60 + +rest,
    0,
  );
  return { wall, cpu, status };
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Medians of two commands, run in turn. */
function pair(command, reference, key, times = rounds) {
  const both = [[], []];
  for (let round = -1; round < times; round++) {
    for (const [index, one] of [command, reference].entries()) {
      const { status, [key]: seconds } = timed(one);
      if (index === 0 && status > 1) throw new Error(`${one.join(' ')} ended with ${status}`);
      if (round >= 0) both[index].push(seconds);
    }
  }
  return both.map(median);
}

function peakOf(target) {
  spawnSync(process.execPath, ['--require', preload, ...check(target).slice(1)], { stdio: 'ignore' });
  return Number(fs.readFileSync(peak, 'utf8')) / 1024;
}

const made = new Map();
function make(kind, size) {
  const folder = path.join(scratch, `${kind} ${size}`.replace(/\W+/g, '-'));
  if (!made.has(folder)) made.set(folder, makers[kind](folder, size));
  return made.get(folder);
}

function row(what, reference, must, aim, measure) {
  let reached = '–';
  try {
    reached = measure().toFixed(2);
  } catch (error) {
    reached = `(${error.message.split('\n')[0]})`;
  }
  console.log(`| ${what} | ${reference} | ${must} | ${aim} | ${reached} |`);
}

const ratio = (command, reference, key, times) => {
  const [own, other] = pair(command, reference, key, times);
  return own / Math.max(other, 0.001);
};
const nginxTest = (target) => ['nginx', '-t', '-q', '-p', path.dirname(target), '-c', target];
const apacheTest = (target) => ['apache2', '-t', '-d', path.dirname(target), '-f', target];
const thousands = (count) => count.toLocaleString('en');

function growth(kind, small) {
  const [ten] = pair(check(make(kind, 10_000)), nothing, 'cpu');
  const [one] = pair(check(make(kind, 1000)), nothing, 'cpu');
  const [start] = pair(check(small), nothing, 'cpu');
  return Math.log10(Math.max(ten - start, 0.001) / Math.max(one - start, 0.001));
}

/** Microseconds of CPU for one of many anonymous requests, reading and printing them included. */
function perRequest(target) {
  const predict = (count) => {
    const hosts = (index) => `host${String(index % 1000).padStart(6, '0')}.example.test`;
    const paths = ['/', '/admin/x', '/a.png', '/staff/', '/site7/a', '/site12/b'];
    const requests = Array.from({ length: count }, (_, at) => ({ host: hosts(at), path: `${paths[at % 6]}${at}` }));
    const file = path.join(scratch, `requests-${count}.json`);
    fs.writeFileSync(file, JSON.stringify(requests));
    return authlint('predict', '--config', target, '--requests', file, '--format', 'json');
  };
  const [many, one] = pair(predict(100_000), predict(1), 'cpu', quick ? 1 : 3);
  return (many - one) * 10;
}

const tree = quick ? 1000 : 10_000;
const lines = quick ? 1_000_000 : 10_000_000;
try {
  console.log(
    `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} CPUs, Node ${process.version}, ${os.type()} ${os.release()}\n`,
  );
  console.log('| what | reference | must | aim | reached |\n|---|---|---|---|---|');
  const small = make('small .htaccess', 1);
  row('check of one small .htaccess, wall', '`node -e 0`', '2.0', '1.6', () =>
    ratio(check(small), nothing, 'wall', rounds * 2),
  );
  row('`--version`, wall', '`node -e 0`', '1.3', '1.1', () =>
    ratio(authlint('--version'), nothing, 'wall', rounds * 2),
  );
  row('`--help`, wall', '`node -e 0`', '4', '3.3', () => ratio(authlint('--help'), nothing, 'wall', rounds * 2));
  for (const [count, must, aim] of [
    [1000, '0.80', '0.55'],
    [10_000, '0.35', '0.20'],
  ]) {
    const target = make('nginx servers', count);
    row(`nginx, ${thousands(count)} servers, CPU`, '`nginx -t`', must, aim, () =>
      ratio(check(target), nginxTest(target), 'cpu'),
    );
  }
  const hosts = make('Apache hosts', 10_000);
  row('Apache, 10,000 virtual hosts, CPU', '`apache2 -t`', '0.60', '0.35', () =>
    ratio(check(hosts), apacheTest(hosts), 'cpu'),
  );
  const folder = make('tree', tree);
  row(`${thousands(tree)} conf + ${thousands(2 * tree)} .htaccess files, CPU`, '`find`', '3.5', '2.3', () =>
    ratio(check(folder), ['find', folder, '-type', 'f'], 'cpu', quick ? 1 : 3),
  );
  row('memory on the tree, MiB', '', '250', '150', () => peakOf(folder));
  const passwords = make('passwords', lines);
  row(`password file, ${thousands(lines)} lines, CPU`, '`wc -l`', '20', '14', () =>
    ratio(check(passwords), ['wc', '-l', passwords], 'cpu', quick ? 1 : 3),
  );
  row('memory on the password file, MiB', '', '120', '90', () => peakOf(passwords));
  for (const kind of ['nginx servers', 'Apache hosts']) {
    const target = make(kind, 1000);
    row(`predict, ${kind}, 100,000 requests, µs of CPU for each`, '', '10', '', () => perRequest(target));
  }
  const twice = make('twice the same users', 1_000_000);
  row('a million lines, each user twice, CPU', '`awk`', '0.45', '0.30', () =>
    ratio(check(twice), ['awk', '-F:', 'seen[$1]++ == 1 {n++} END{print n+0}', twice], 'cpu', quick ? 1 : 3),
  );
  row('growth exponent, nginx, 1,000 to 10,000', '', '1.10', '1.02', () => growth('nginx servers', small));
  row('growth exponent, Apache, 1,000 to 10,000', '', '1.10', '1.02', () => growth('Apache hosts', small));
  for (const [name, { servers }] of Object.entries(hard)) {
    const target = makeHard(path.join(scratch, name.replace(/\W+/g, '-')), name);
    row(`${name}, CPU`, 'plain of that size', '3.5', '2.5', () =>
      ratio(check(target), check(make('nginx servers', servers)), 'cpu', quick ? 1 : 3),
    );
  }
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
