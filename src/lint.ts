import type { Platform } from './catalog/platforms.ts';
import { discover, type Entry, type Given, type Layout } from './discover/discover.ts';
import { DiskHost } from './host/disk.ts';
import { absent, type FileHost } from './host/host.ts';
import { MappedHost } from './host/mapped.ts';
import { OverlayHost } from './host/overlay.ts';
import { join } from './host/paths.ts';
import { type Loaded, loadConfiguration } from './load.ts';
import { judge } from './predict/judge.ts';
import type { Result, Scope } from './report/result.ts';
import type { Unit } from './rules/rule.ts';
import { runRules } from './rules/run.ts';
import { auditPasswords, type PasswordAudit } from './syntax/passwords.ts';
import type { Directive } from './syntax/tree.ts';
import { locate } from './text/source.ts';

export interface LintRequest {
  readonly given: readonly Given[];
  readonly layout: Layout;
  readonly platform?: string | undefined;
  /** Inputs that could not be taken, one sentence each. */
  readonly troubles?: readonly string[];
}

/** The whole pipeline over files on disk: discover, read, predict, judge, apply the rules. */
export function lint({ given, layout, platform = 'glibc', troubles = [] }: LintRequest): Result {
  const started = performance.now();
  const { entries, files } = discover(new DiskHost(), given, layout);
  const units: Unit[] = [];
  const scopes: Scope[] = [];
  const assumptions = new Set<string>();
  // a fragment or password file that a whole configuration has already read is not judged again by itself
  const seen = new Set<string>();
  for (const entry of [...entries].sort((a, b) => order(a) - order(b))) {
    const host = new MappedHost(new DiskHost({ trusted: entry.trusted, searchable: entry.path }), entry.mappings);
    if (entry.fragment && seen.has(host.display(entry.path))) continue;
    const unit = unitOf(host, entry, platform as Platform, assumptions);
    for (const source of unit.sources) seen.add(source.display);
    for (const { display } of unit.passwords) seen.add(display);
    units.push(unit);
    for (const place of unit.places) scopes.push({ ...place, server: unit.server });
  }
  const located = scopes.map((scope) => ({ scope, at: locate(scope.place.where) }));
  located.sort((a, b) => compare(a.at, b.at) || (a.scope.place.target < b.scope.place.target ? -1 : 1));
  const findings = runRules(units, {}).map((finding) => ({ finding, at: locate(finding.where) }));
  findings.sort((a, b) => compare(a.at, b.at) || (a.finding.rule < b.finding.rule ? -1 : 1));
  return {
    findings: findings.map(({ finding }) => finding),
    scopes: located.map(({ scope }) => scope),
    assumptions: [...assumptions],
    troubles,
    files,
    read: seen.size,
    milliseconds: performance.now() - started,
  };
}

/** Whole configurations first, then fragments, then what lies about. */
function order({ kind, fragment }: Entry): number {
  return !fragment ? 0 : kind === 'passwords' ? 2 : 1;
}

function compare(a: ReturnType<typeof locate>, b: ReturnType<typeof locate>): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}

function unitOf(host: FileHost, entry: Entry, platform: Platform, assumptions: Set<string>): Unit {
  if (entry.kind === 'passwords') {
    const audit = auditPasswords(host, entry.path, { servers: ['apache', 'nginx'], platform });
    const passwords = absent(audit) ? [] : [audit];
    return { ...nothing, server: 'apache', passwords };
  }
  const server = entry.kind === 'nginx' ? 'nginx' : 'apache';
  const { files, main } =
    entry.kind === 'htaccess' ? assumedServer(host, entry, assumptions) : { files: host, main: entry.path };
  if (entry.fragment && entry.kind !== 'htaccess') {
    assumptions.add(`${files.display(main)} is a fragment, judged in the ${server} context that fits it`);
  }
  const loaded = loadConfiguration(files, server, main, { fragment: entry.fragment, platform });
  const { predictor, sources, directives } = loaded;
  return {
    server,
    fragment: entry.fragment,
    sources,
    directives,
    starts: predictor.starts,
    startErrors: predictor.startErrors,
    places: predictor.places().map((place) => judge(predictor, place)),
    passwords: auditsOf(files, server, loaded, platform),
  };
}

const nothing: Omit<Unit, 'server' | 'passwords'> = {
  fragment: true,
  sources: [],
  directives: [],
  starts: 'unknown',
  startErrors: [],
  places: [],
};

/** The server that is assumed around .htaccess files whose own configuration is not in sight. */
function assumedServer(host: FileHost, { path }: Entry, assumptions: Set<string>): { files: FileHost; main: string } {
  const main = '/authlint-assumed.conf';
  const text = `Listen 80\nServerName localhost\nDocumentRoot "${path}"\n<Directory "${path}">\nAllowOverride All\nOptions FollowSymLinks\nRequire all granted\n</Directory>\n`;
  assumptions.add(`.htaccess files below ${host.display(path)} under AllowOverride All, with the usual modules loaded`);
  return { files: new OverlayHost(host, { [main]: text }), main };
}

const passwordDirectives: ReadonlySet<string> = new Set(['authuserfile', 'auth_basic_user_file']);

/** Audits each password file that the configuration names and that can be seen, once. */
function auditsOf(
  host: FileHost,
  server: 'apache' | 'nginx',
  { directives, base }: Loaded,
  platform: Platform,
): PasswordAudit[] {
  const audits = new Map<string, PasswordAudit | null>();
  const visit = (list: readonly Directive[]): void => {
    for (const { name, args, children } of list) {
      if (children) visit(children);
      const named = args[0]?.value;
      if (!named || !passwordDirectives.has(name.toLowerCase())) continue;
      if (!named.startsWith('/') && base === null) continue;
      const path = join(base ?? '/', named);
      if (audits.has(path)) continue;
      const audit = auditPasswords(host, path, { servers: [server], platform });
      audits.set(path, absent(audit) ? null : audit);
    }
  };
  visit(directives);
  return [...audits.values()].filter((audit) => audit !== null);
}
