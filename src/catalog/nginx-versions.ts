import { type NginxCommand, nginxCommands } from './nginx.ts';
import table from './nginx-versions.generated.json' with { type: 'json' };

/** What nginx's releases from 1.18.0 to the newest know more or less of than the newest. Source: their command tables. */
interface Changes {
  /** First release by module; `*`: of every module that has the directive. */
  readonly since: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** First release without it. */
  readonly until: Readonly<Record<string, string>>;
  readonly removed: Readonly<Record<string, readonly NginxCommand[]>>;
  /** Other argument counts before a release. */
  readonly formerArguments: Readonly<
    Record<string, readonly { readonly module: string; readonly until: string; readonly args: readonly string[] }[]>
  >;
}

const changes = table as unknown as Changes;

/** A release of nginx as a number that grows with it. */
export type NginxVersion = number;

/** Reads `1.22`, `1.22.1`, `nginx/1.22.1` or an image tag such as `1.27-alpine`; null: it names no release. */
export function nginxVersion(text: string): NginxVersion | null {
  const match = /(?:^|[^\d.])(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(text);
  if (!match) return null;
  // without its last number the newest release of the branch is meant
  return Number(match[1]) * 1e6 + Number(match[2]) * 1e3 + Number(match[3] ?? 999);
}

const before = (version: NginxVersion, release: string): boolean => version < nginxVersion(release)!;

/** The forms of a directive in a release; null: any release from 1.18 on counts. */
export function commandsIn(name: string, version: NginxVersion | null): readonly NginxCommand[] | null {
  const newest = nginxCommands(name);
  const removed = Object.hasOwn(changes.removed, name) ? changes.removed[name]! : null;
  if (version === null) return newest ?? removed;
  if (removed) return before(version, changes.until[name]!) ? removed : null;
  if (!newest) return null;
  const since = Object.hasOwn(changes.since, name) ? changes.since[name]! : null;
  const former = Object.hasOwn(changes.formerArguments, name) ? changes.formerArguments[name]! : [];
  if (!since && former.length === 0) return newest;
  const known = newest.filter(({ module }) => {
    const first = since?.['*'] ?? since?.[module];
    return first === undefined || !before(version, first);
  });
  if (known.length === 0) return null;
  return known.map((command) => {
    const other = former.find(({ module, until }) => module === command.module && before(version, until));
    return other ? { ...command, args: other.args } : command;
  });
}

/** What the release itself answers otherwise than others: the first release that does so. Source: nginx's CHANGES. */
const behaviours = {
  /** CONNECT is refused with 405 before anything else. */
  'refuses CONNECT': '1.21.1',
  /** A host name with a blank or control character is refused. */
  'refuses blank hosts': '1.21.1',
  /** Several lines of a request header make one variable, joined with commas. */
  'joins headers': '1.23.0',
  /** All challenges of an upstream or subrequest are kept, not only the first. */
  'keeps all challenges': '1.23.0',
  /** A geo block may be `volatile`. */
  'geo volatile': '1.29.3',
  /** Host names are read as RFC 3986 has them. */
  'strict hosts': '1.29.4',
  /** A comma does not part cookies. */
  'cookies by semicolon': '1.29.6',
  /** Percentages that come to 100 leave no gap at the end. */
  'whole splits': '1.31.2',
} as const;
export type NginxBehaviour = keyof typeof behaviours;

/** The release whose answers count where none is known: Debian's, which the recorded answers are of. */
const assumed = nginxVersion('1.22.1')!;

export function behaves(version: NginxVersion | null, how: NginxBehaviour): boolean {
  return !before(version ?? assumed, behaviours[how]);
}

/** Variables that came later than 1.18. Source: the releases' variable tables. */
const variablesSince: Readonly<Record<string, string>> = {
  connection_time: '1.19.10',
  ssl_alpn_protocol: '1.21.4',
  ssl_curve: '1.21.5',
  http3: '1.25.0',
  ssl_sigalg: '1.29.3',
  ssl_client_sigalg: '1.29.3',
  request_port: '1.29.3',
  is_request_port: '1.29.3',
  ssl_ech_status: '1.29.4',
  ssl_ech_outer_server_name: '1.29.4',
  ssl_sigalgs: '1.31.2',
};

/** Whether a variable of nginx's own is not there yet in a release. */
export function comesLater(variable: string, version: NginxVersion | null): boolean {
  const first = Object.hasOwn(variablesSince, variable) ? variablesSince[variable]! : null;
  return version !== null && first !== null && before(version, first);
}
