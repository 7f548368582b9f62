import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { once } from '../once.ts';
import { decode } from '../text/bytes.ts';

/** What the programs of this machine's servers say of themselves. Nothing is started or changed; each is asked once, when first needed. */
export interface Running {
  /** Modules of `apache2ctl -M` by their symbols (`auth_basic_module`); null: no Apache here, or it cannot read its configuration. */
  apache(): readonly RunningModule[] | null;
  /** What `nginx -V` prints; null: no nginx here. */
  nginx(): string | null;
  /** The SELinux type of a file (`httpd_config_t`) where the kernel enforces its policy; null: it does not, or it is not known. */
  label(file: string): string | null;
  /** Whether a boolean of its policy is on; null: not known. */
  boolean(name: string): boolean | null;
}

export interface RunningModule {
  readonly symbol: string;
  /** Compiled in: no line of the configuration loads it. */
  readonly compiledIn: boolean;
}

/** Milliseconds that a program may take. */
const patience = 10_000;
/** Folders that Debian's apache2ctl makes where they are missing: it is not asked then. */
const madeByControl = ['/var/run/apache2', '/var/run/apache2/socks', '/var/lock/apache2'];

export function runningServers(): Running {
  const booleans = new Map<string, boolean | null>();
  const enforcing = once(() => output('getenforce', [])?.trim() === 'Enforcing');
  return {
    apache: once(apacheModules),
    nginx: once(() => output('nginx', ['-V'])),
    boolean: (name) => {
      let on = booleans.get(name);
      if (on === undefined) {
        const said = /-->\s*(on|off)/.exec(output('getsebool', [name]) ?? '')?.[1];
        on = said === undefined ? null : said === 'on';
        booleans.set(name, on);
      }
      return on;
    },
    label: (file) => (enforcing() ? typeOf(output('ls', ['-dZ', '--', decode(file)])) : null),
  };
}

function apacheModules(): RunningModule[] | null {
  const debian = fs.existsSync('/etc/apache2/envvars');
  const harmless = !debian || madeByControl.every((folder) => fs.existsSync(folder));
  for (const program of harmless ? ['apache2ctl', 'httpd', 'apachectl'] : ['httpd']) {
    const said = output(program, ['-M']);
    if (said === null) continue;
    const modules = Array.from(said.matchAll(/^\s*(\w+_module)\s+\((static|shared)\)/gm), ([, symbol, how]) => ({
      symbol: symbol!,
      compiledIn: how === 'static',
    }));
    if (modules.length > 0) return modules;
  }
  return null;
}

/** The type in what `ls -Z` prints: `system_u:object_r:httpd_config_t:s0 /etc/x`. */
function typeOf(said: string | null): string | null {
  return /^\s*\w+:\w+:(\w+)(?::|\s)/.exec(said ?? '')?.[1] ?? null;
}

/** What a program prints, both streams; null: it is not there or fails. */
function output(program: string, args: readonly string[]): string | null {
  try {
    const shell = ['-c', 'exec "$0" "$@" 2>&1', program, ...args];
    return execFileSync('/bin/sh', shell, {
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: patience,
      maxBuffer: 1 << 20,
      env: { ...process.env, LC_ALL: 'C' },
    });
  } catch {
    return null;
  }
}
