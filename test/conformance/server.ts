import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import type { ServerName } from '../../src/predict/answer.ts';
import { ask } from './ask.ts';
import type { Observed, Setup } from './case.ts';
import { freshRoot, layOut, removeRoot } from './layout.ts';

const programs: Readonly<Record<ServerName, string>> = {
  apache: process.env.AUTHLINT_APACHE ?? 'apache2',
  nginx: process.env.AUTHLINT_NGINX ?? 'nginx',
};

const said = (server: ServerName, ...args: string[]) =>
  spawnSync(programs[server], args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  });

/** Why the real server cannot be asked here, in one sentence; null where it can. */
export function missing(server: ServerName): string | null {
  if (said(server, '-v').error)
    return `${programs[server]} is not installed: apt-get install apache2 apache2-utils nginx`;
  if (process.getuid?.() !== 0) return `${programs[server]} drops its privileges only when started by root`;
  return null;
}

/** The release of the real server as it says itself; undefined where it is missing. */
export function releaseOf(server: ServerName): string | undefined {
  if (!releases.has(server)) {
    const { stdout, stderr } = said(server, '-v');
    releases.set(server, /\/([\d.]+)/.exec(`${stdout}${stderr}`)?.[1]);
  }
  return releases.get(server);
}

const releases = new Map<ServerName, string | undefined>();

/** What `nginx -t` says of a configuration below a root. */
export function tested(root: string, entry: string): string {
  return said('nginx', '-t', '-p', `${root}/`, '-c', entry).stderr;
}

const running = new Set<ChildProcess>();

function kill(child: ChildProcess): void {
  running.delete(child);
  // the whole group: nginx's workers and httpd's children go with their master
  if (child.pid !== undefined)
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it ended by itself
    }
}

process.on('exit', () => running.forEach(kill));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const given = new Set<number>();

/** A port of the loopback net that nobody holds, below the range from which clients take theirs. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 20_000);
    if (given.has(port)) continue;
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (!free) continue;
    given.add(port);
    return port;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether something answers on the port, or at least takes the connection and closes it. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const limit = setTimeout(() => socket.destroy(), 2_000);
    let open = false;
    socket.on('connect', () => {
      open = true;
      socket.write('OPTIONS * HTTP/1.0\r\n\r\n');
    });
    socket.on('data', () => socket.destroy());
    socket.on('error', () => {
      open = false;
    });
    socket.on('close', () => {
      clearTimeout(limit);
      resolve(open);
    });
  });
}

/** How long a server may take to answer: a shrinker that cuts `listen` away waits often. */
export const patience = { ms: 15_000 };

/** A started server, or the refusal in the server's words. */
type Started = { readonly stop: () => void } | { readonly refused: string };

/**
 * Starts a server in a root of its own: `apache2 -d ROOT -f ENTRY -X`, or `nginx -p ROOT/ -c ENTRY` in the foreground.
 * It leads a process group, so that nothing of it survives `stop`.
 */
async function start(server: ServerName, root: string, entry: string, port: number): Promise<Started> {
  const args =
    server === 'apache'
      ? ['-d', root, '-f', `${root}/${entry}`, '-X']
      : ['-p', `${root}/`, '-c', entry, '-g', 'daemon off;'];
  const child = spawn(programs[server], args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: root,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
  });
  running.add(child);
  let words = '';
  let ended = false;
  child.stderr!.on('data', (chunk: Buffer) => {
    if (words.length < 65_536) words += chunk.toString('latin1');
  });
  const end = new Promise<void>((resolve) => {
    for (const event of ['error', 'close'])
      child.once(event, () => {
        ended = true;
        resolve();
      });
  });
  const limit = Date.now() + patience.ms;
  while (!ended && Date.now() < limit) {
    if (await answers(port)) {
      // httpd binds before it has read everything a second time: an answer from a dying server is none
      await Promise.race([end, pause(2)]);
      if (!ended) return { stop: () => kill(child) };
    } else await Promise.race([end, pause(4)]);
  }
  kill(child);
  return { refused: ended ? words.trim() : `it did not answer within ${patience.ms / 1000} seconds ${words.trim()}` };
}

/** A root laid out, with its server running for as long as `use` takes. Everything is gone afterwards. */
export async function observe<T>(
  setup: Setup,
  use?: (root: string, port: number, observed: Observed) => T,
): Promise<{ readonly observed: Observed; readonly result: T | undefined }> {
  for (let attempt = 0; ; attempt++) {
    const port = await freePort();
    const root = freshRoot();
    const unplaced = (text: string): string => text.replaceAll(root, '@ROOT@').replaceAll(String(port), '@PORT@');
    try {
      layOut(setup.files, root, port);
      const server = await start(setup.server, root, setup.entry, port);
      if ('refused' in server) {
        if (attempt < 3 && /Address already in use/.test(server.refused)) continue;
        const observed: Observed = { start: 'refused', start_error: unplaced(server.refused), responses: [] };
        return { observed, result: use?.(root, port, observed) };
      }
      try {
        const responses = [];
        for (const request of setup.requests) {
          const { status, www_authenticate: challenge } = await ask(port, request);
          responses.push({ status, www_authenticate: challenge === null ? null : unplaced(challenge) });
        }
        const observed: Observed = { start: 'ok', start_error: null, responses };
        return { observed, result: use?.(root, port, observed) };
      } finally {
        server.stop();
      }
    } finally {
      removeRoot(root);
      given.delete(port);
    }
  }
}
