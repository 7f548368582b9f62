import { resolve } from 'node:path';
import { auditsOf } from './audits.ts';
import type { Platform } from './catalog/platforms.ts';
import { discover, type Entry, type Given, type Layout } from './discover/discover.ts';
import type { HealthCheck } from './discover/maps/service.ts';
import { platformOf } from './discover/platform.ts';
import { namesServer } from './discover/recognise.ts';
import { auditPasswords } from './hash/audit.ts';
import { auditDigests } from './hash/audit-digests.ts';
import { auditGroups } from './hash/audit-groups.ts';
import { DiskHost } from './host/disk.ts';
import { DiskView } from './host/disk-view.ts';
import { absent, type FileHost } from './host/host.ts';
import type { Running } from './host/live.ts';
import { MappedHost } from './host/mapped.ts';
import { LaidFiles, OverlayHost } from './host/overlay.ts';
import { basename } from './host/paths.ts';
import { type Load, loaderOf } from './load.ts';
import { compareFindings, compareScopes, withoutTwins } from './merge.ts';
import { confDirOf } from './model/nginx/conf-dir.ts';
import { once, oncePer } from './once.ts';
import type { Answer, Predictor, ServerName } from './predict/answer.ts';
import { inPiece, settled } from './predict/doubt.ts';
import { judge } from './predict/judge.ts';
import { requestOf } from './predict/request.ts';
import type { Result, UnitShare } from './report/result.ts';
import type { Ruling, Unit } from './rules/rule.ts';
import { runRules } from './rules/run.ts';
import { ownEntries, type Shard } from './shard.ts';
import { encode } from './text/bytes.ts';
import { harmless } from './text/printable.ts';
import { beginningOf, type Inset, type Where } from './text/source.ts';
import { type Changes, touches } from './touches.ts';

export interface LintRequest {
  readonly given: readonly Given[];
  readonly layout: Layout;
  /** What is known of the disk already. */
  readonly view?: DiskView;
  readonly platform?: string | undefined;
  /** What the servers of this machine say of themselves, where it is the server. */
  readonly running?: Running | null;
  /** What is made of the rules; absent: the recommended ones as they are. */
  readonly ruling?: Ruling | undefined;
  /** Inputs that could not be taken, one sentence each. */
  readonly troubles?: readonly string[];
  /** Only this part of the entries. */
  readonly shard?: Shard | null;
  /** Only configurations that a change touches. */
  readonly changed?: Changes | null;
  /** Told before each entry. */
  readonly progress?: (done: number, of: number) => void;
  /** Told once, as soon as there turns out to be much to do. */
  readonly large?: () => void;
}

/** Files, and bytes of one configuration, from which on there is much to do. */
const manyFiles = 100;
const muchText = 16_384;

/** The whole pipeline over files on disk: discover, read, predict, judge, apply the rules. */
export async function lint(request: LintRequest): Promise<Result> {
  const { given, layout, ruling, troubles = [], shard = null, changed = null, progress } = request;
  // not performance.now(): loading that takes longer than judging a small file
  const started = Date.now();
  const { view = new DiskView() } = request;
  const { tooLarge } = view;
  const disk = new DiskHost({ view });
  const { entries, files, windows } = await discover(disk, given, layout);
  const large = once(() => request.large?.());
  if (files.size > manyFiles) large();
  const ordered = [...entries].sort((a, b) => order(a) - order(b));
  const own = shard ? ownEntries(ordered, shard) : null;
  const units: Unit[] = [];
  const shares: UnitShare[] = [];
  const assumptions = new Set<string>();
  const told = request.platform
    ? null
    : platformOf(
        disk,
        given.flatMap((one) => one.files),
      );
  const platform = request.platform ?? told?.platform ?? (windows === null ? 'glibc' : 'windows');
  if (told && told.platform !== 'glibc')
    assumptions.add(`passwords are checked as on ${told.platform}, which ${harmless(told.image)} in ${told.file} has`);
  if (!request.platform && !told && windows !== null)
    assumptions.add(`passwords are checked as on Windows, whose paths ${harmless(windows)} has`);
  // a fragment or password file that a whole configuration has already read is not judged again by itself
  const seen = new Set<string>();
  const committed = committedIn(given, disk);
  const readers = oncePer((one: Given) => readersIn(ordered.filter((entry) => entry.given === one)));
  for (const [index, entry] of ordered.entries()) {
    if (own && !own.has(index)) continue;
    progress?.(index, ordered.length);
    const disked = new DiskHost({ trusted: entry.trusted, searchable: entry.path, view });
    const whole = entry.laid ? new OverlayHost(disked, entry.laid) : disked;
    const known = entry.fragment
      ? new Set(entry.files.map((one) => nameOf(whole.display(one), whole.inset(one))).filter((one) => seen.has(one)))
      : new Set<string>();
    if (entry.fragment && known.size > 0 && known.size === entry.files.length) continue;
    const host = new MappedHost(whole, entry.mappings);
    const file = nameOf(host.display(entry.path), host.inset(entry.path));
    const assumed = new Set<string>();
    const options = {
      platform: platform as Platform,
      running: request.running ?? null,
      large,
      checks: checksOf(entry, ordered),
      readers,
    };
    const judged = withoutPlaces(await unitOf(host, entry, options, assumed), known);
    const around = entry.deployment
      ? { mapped: await mappedOf(whole, judged, entry), published: entry.deployment.beside }
      : {};
    const places = entry.piece ? judged.places.map(inPiece) : judged.places;
    const unit = { ...judged, ...around, places, committed, unread: unreadIn(whole, judged, entry) };
    // nothing of its main file was read, and nothing can be said
    if (entry.kind !== 'htaccess' && tooLarge.has(entry.files[0] ?? '')) continue;
    const read = [...unit.sources, ...unit.passwords, ...unit.digests, ...unit.groups];
    const reads = read.map(({ display, inset }) => nameOf(display, inset));
    // what nothing includes is in effect nowhere, unless another deployment has it too
    for (const { file: idle } of unit.unread)
      if (ordered.every((one) => one.deployment === entry.deployment || !one.files.includes(idle)))
        reads.push(nameOf(whole.display(idle), whole.inset(idle)));
    for (const name of reads) seen.add(name);
    const shown = read.map(({ display }) => display);
    if (changed && !touched(unit, shown, changed)) continue;
    units.push(unit);
    for (const one of assumed) assumptions.add(one);
    const findings = shard ? await runRules([unit], ruling) : [];
    shares.push({
      order: index,
      file,
      fragment: entry.fragment,
      reads,
      findings,
      scopes: unit.places,
      assumptions: [...assumed],
    });
  }
  const scopes = shares.flatMap((share) => share.scopes);
  const located = scopes.map((scope) => {
    const { file, line } = beginningOf(scope.place.where);
    return { scope, where: { file, line }, target: scope.place.target };
  });
  const findings = shard ? shares.flatMap((share) => share.findings) : await runRules(units, ruling);
  findings.sort(compareFindings);
  return {
    // a shard keeps twins, since merge may leave out the unit of one
    findings: shard ? findings : withoutTwins(findings),
    scopes: located.sort(compareScopes).map(({ scope }) => scope),
    assumptions: [...assumptions],
    troubles: [...troubles, ...[...tooLarge].map((one) => `${disk.display(one)}: too large to be read`)],
    files,
    read: seen.size,
    passwordFiles: units.flatMap(({ passwords, digests }) => [...passwords, ...digests].map(({ display }) => display)),
    milliseconds: Date.now() - started,
    ...(shard && { shard: { ...shard, units: shares } }),
  };
}

/** What a file is known by in a run: parts of one file are files of their own. */
function nameOf(display: string, inset: Inset | null): string {
  return inset ? `${display}:${inset.line}` : display;
}

/** Parts of a repository whose passwords are nobody's. */
const forShow =
  /(?:^|[/_.-])(?:tests?|specs?|fixtures?|examples?|samples?|demos?|testdata|docs?|vagrant|sandbox)(?:$|[/_.-])/i;

/** Tells the files that git has, or takes with the next `git add`: in a work tree, and left out by no .gitignore. */
function committedIn(given: readonly Given[], disk: DiskHost): Unit['committed'] {
  const files = once(
    () =>
      new Set(
        given.flatMap(({ checkout, kind, path, files }) =>
          checkout && kind === 'directory'
            ? files.filter((file) => !forShow.test(file.slice(path.length + 1))).map((file) => disk.display(file))
            : [],
        ),
      ),
  );
  return (file) => files().has(file);
}

/** Whether a change touches a unit; `reads` are names as shown, the changed files absolute. */
function touched(unit: Unit, reads: readonly string[], changed: Changes): boolean {
  const absolute = reads.map((name) => encode(resolve(name)));
  return touches(
    changed,
    absolute,
    unit.sources.map(({ text }) => text),
  );
}

/** The unit without the places of files that a whole configuration has judged already. */
function withoutPlaces(unit: Unit, known: ReadonlySet<string>): Unit {
  if (known.size === 0) return unit;
  return { ...unit, places: unit.places.filter(({ place }) => !known.has(nameOfPlace(place.where))) };
}

function nameOfPlace(where: Where): string {
  return 'source' in where ? nameOf(where.source.display, where.source.inset) : where.file;
}

const aside: ReadonlySet<Entry['kind']> = new Set(['passwords', 'digests', 'groups']);

/** Whole configurations first, then fragments, then what lies about. */
function order({ kind, fragment }: Entry): number {
  return !fragment ? 0 : aside.has(kind) ? 2 : 1;
}

/** The servers that may read password files which nothing names, by the configuration that lies about. */
function readersIn(entries: readonly Entry[]): readonly ServerName[] {
  const kinds = new Set(entries.map(({ kind }) => kind));
  const apache = kinds.has('apache') || kinds.has('htaccess');
  const nginx = kinds.has('nginx');
  return apache === nginx ? ['apache', 'nginx'] : apache ? ['apache'] : ['nginx'];
}

/** The server that the folder or the name of a password file names; null: neither, or both. */
function namedReader({ path, given }: Entry): readonly ServerName[] | null {
  const rest = path.slice(given.kind === 'directory' ? given.path.length : 0);
  const named = (['apache', 'nginx'] as const).filter((server) => namesServer[server].test(rest));
  return named.length === 1 ? named : null;
}

/** The health checks that an entry answers: beside others of one deployment, which of them does cannot be told. */
function checksOf(entry: Entry, entries: readonly Entry[]): readonly HealthCheck[] {
  const { deployment, kind, fragment } = entry;
  if (!deployment || deployment.checks.length === 0) return [];
  const beside = (one: Entry): boolean => one !== entry && one.deployment === deployment && one.kind === kind;
  return fragment && entries.some(beside) ? [] : deployment.checks;
}

async function unitOf(
  host: FileHost,
  entry: Entry,
  { readers, ...options }: UnitOptions,
  assumptions: Set<string>,
): Promise<Unit> {
  if (entry.kind === 'manifests') {
    const { auditSecrets } = await import('./discover/maps/secrets.ts');
    return {
      ...nothing,
      server: 'nginx',
      ingresses: entry.ingresses ?? [],
      authUrls: entry.authUrls ?? [],
      eaten: entry.eaten ?? [],
      passwords: auditSecrets(entry.ingresses ?? []),
    };
  }
  if (entry.kind === 'passwords') {
    const servers = namedReader(entry) ?? readers(entry.given);
    const audit = auditPasswords(host, entry.path, { servers, platform: options.platform });
    return {
      ...nothing,
      server: 'apache',
      passwords: absent(audit) ? [] : [audit],
      served: entry.served ? [entry.served] : [],
    };
  }
  if (entry.kind === 'digests' || entry.kind === 'groups') {
    const audit = (entry.kind === 'digests' ? auditDigests : auditGroups)(host, entry.path);
    return { ...nothing, server: 'apache', [entry.kind]: absent(audit) ? [] : [audit] };
  }
  const server = entry.kind === 'nginx' ? 'nginx' : 'apache';
  const { files, main } =
    entry.kind === 'htaccess' ? assumedServer(host, entry, assumptions) : { files: host, main: entry.path };
  if (entry.fragment && entry.kind !== 'htaccess') {
    assumptions.add(`${files.display(main)} is a fragment, judged in the ${server} context that fits it`);
  }
  return readUnit(await loaderOf(server), files, main, {
    ...options,
    fragment: entry.fragment,
    mayBePart: entry.given.kind !== 'file' && basename(entry.path) !== 'nginx.conf',
    repository: entry.given.checkout && !entry.trusted,
    ...(server === 'nginx' && entry.deployment?.nginx && { nginx: entry.deployment.nginx }),
  });
}

/** Files that a unit's directives name and a deployment takes from the repository, where they are not. */
async function mappedOf(host: FileHost, unit: Unit, { deployment, given, path }: Entry): Promise<Unit['mapped']> {
  const { missingFiles } = await import('./discover/maps/mapped-files.ts');
  const base = unit.server === 'nginx' ? confDirOf(path) : null;
  return missingFiles(host, unit.directives, deployment!, base, given);
}

/** Words that a login begins with, on either server. */
const login = /^(?:[^#\n]*[;{])?[ \t]*(?:auth_basic(?!_user_file)(?![ \t]+off)|auth_request(?![ \t]+off)|AuthType(?![ \t]+None))\b/im;

/** Files with a login that lie beside an image's own main file, and that nothing includes as far as can be seen. */
function unreadIn(host: FileHost, { sources, starts, unseen, nginx }: Unit, { offered = [] }: Entry): Unit['unread'] {
  const hidden = nginx
    ? nginx.config.unseen.some(({ what }) => what === 'include' || what === 'limit')
    : unseen.some(({ code }) => code === 'apache-include-unseen' || code === 'apache-limit-unseen');
  if (starts === 'no' || hidden) return [];
  return offered.filter(({ file, path }) => {
    const read = host.text(file);
    return !sources.some((source) => source.path === path) && !absent(read) && login.test(read.text);
  });
}

interface ReadOptions {
  readonly fragment: boolean;
  readonly mayBePart?: boolean;
  readonly platform: Platform;
  readonly running?: Running | null | undefined;
  readonly checks?: readonly HealthCheck[];
  /** It is a repository's: modules of the server and files of its package are not known. */
  readonly repository?: boolean;
  readonly large?: LintRequest['large'] | undefined;
  /** The nginx of the image that it is for. */
  readonly nginx?: { readonly prefix: string; readonly release: string };
}

interface UnitOptions extends Pick<ReadOptions, 'platform' | 'running' | 'checks' | 'large'> {
  readonly readers: (given: Given) => readonly ServerName[];
}

/** One configuration read and judged, as the rules take it. */
export function readUnit(
  load: Load,
  host: FileHost,
  main: string,
  { fragment, mayBePart = false, platform, running = null, checks = [], repository = false, large, nginx }: ReadOptions,
): Unit {
  const reading = (bytes: number): void => {
    if (bytes > muchText) large?.();
  };
  const stat = host.stat(main);
  if (!absent(stat)) reading(stat.size);
  const loaded = load(host, main, {
    fragment,
    mayBePart,
    platform,
    running,
    repository,
    reading,
    prefix: nginx?.prefix,
    version: nginx?.release,
  });
  const { predictor } = loaded;
  reading(predictor.sources.reduce((sum, { text }) => sum + text.length, 0));
  // judged first: .htaccess files are met on the way
  const places = predictor.places().map((place) => settled(judge(predictor, place)));
  const audits = auditsOf(host, loaded, platform);
  return {
    server: predictor.server,
    fragment,
    repository,
    sources: predictor.sources,
    directives: predictor.directives,
    starts: predictor.starts,
    startErrors: predictor.startErrors,
    unseen: predictor.unseen,
    places,
    apache: loaded.apache,
    nginx: loaded.nginx,
    ...audits,
    ...nowhere,
    labels: running ? labelsOf(running, audits.namedBy) : [],
    health: checks.map((check) => ({ ...check, answer: answerTo(check, predictor) })),
  };
}

/** What a health check gets, if it gets the same from wherever it may come. */
function answerTo({ url, headers, from }: HealthCheck, predictor: Predictor): Answer {
  const answers = from.map((remote) => predictor.answer(requestOf({ url, headers, remote })));
  const [first] = answers as [Answer, ...Answer[]];
  return answers.every(({ status }) => status === first.status) ? first : { ...first, status: 'unknown' };
}

/** SELinux types of the files of users and groups that the configuration names, where the kernel enforces them, but those that a boolean opens. */
function labelsOf(running: Running, namedBy: Unit['namedBy']): Unit['labels'] {
  return [...namedBy].flatMap(([path, by]) => {
    const type = running.label(path);
    // the policy lets the server read what is in home folders
    const allowed = type === 'user_home_t' && running.boolean('httpd_read_user_content') === true;
    return type === null || allowed ? [] : [{ path, type, by }];
  });
}

/** What is known of a server's surroundings where nothing tells of them. */
const nowhere = {
  labels: [],
  mapped: [],
  unread: [],
  ingresses: [],
  authUrls: [],
  eaten: [],
  published: [],
  health: [],
  served: [],
  committed: () => false,
} satisfies Partial<Unit>;

const nothing: Omit<Unit, 'server'> = {
  fragment: true,
  repository: false,
  sources: [],
  directives: [],
  starts: 'unknown',
  startErrors: [],
  unseen: [],
  places: [],
  ...nowhere,
  apache: null,
  nginx: null,
  passwords: [],
  digests: [],
  groups: [],
  namedBy: new Map(),
};

/** The server that is assumed around .htaccess files whose own configuration is not in sight. */
function assumedServer(host: FileHost, { path }: Entry, assumptions: Set<string>): { files: FileHost; main: string } {
  const main = '/authlint-assumed.conf';
  const text = `Listen 80\nServerName localhost\nDocumentRoot "${path}"\n<Directory "${path}">\nAllowOverride All\nOptions FollowSymLinks\nRequire all granted\n</Directory>\n<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\n`;
  assumptions.add(`.htaccess files below ${host.display(path)} under AllowOverride All, with the usual modules loaded`);
  const laid = new LaidFiles();
  laid.add(main, { bytes: Buffer.from(text, 'latin1') });
  return { files: new OverlayHost(host, laid), main };
}
