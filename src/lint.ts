import { resolve } from 'node:path';
import type { Platform } from './catalog/platforms.ts';
import { discover, type Entry, type Given, type Layout } from './discover/discover.ts';
import type { HealthCheck } from './discover/maps/service.ts';
import { platformOf } from './discover/platform.ts';
import { DiskHost } from './host/disk.ts';
import { DiskView } from './host/disk-view.ts';
import type { Running } from './host/live.ts';
import { MappedHost } from './host/mapped.ts';
import { OverlayHost } from './host/overlay.ts';
import { compareFindings, compareScopes, withoutTwins } from './merge.ts';
import { once, oncePer } from './once.ts';
import type { ServerName } from './predict/answer.ts';
import { inPiece } from './predict/doubt.ts';
import type { Result, UnitShare } from './report/result.ts';
import type { Ruling, Unit } from './rules/rule.ts';
import { runRules } from './rules/run.ts';
import { ownEntries, type Shard } from './shard.ts';
import { encode } from './text/bytes.ts';
import { harmless } from './text/printable.ts';
import { beginningOf, type Inset, type Where } from './text/source.ts';
import { type Changes, touches } from './touches.ts';
import { mappedOf, type UnitOptions, unitOf, unreadIn } from './unit.ts';

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

/** Files from which on there is much to do. */
const manyFiles = 100;

/** The whole pipeline over files on disk: discover, read, predict, judge, apply the rules. */
export async function lint(request: LintRequest): Promise<Result> {
  // not performance.now(): loading that takes longer than judging a small file
  const started = Date.now();
  const { given, layout, ruling, shard = null, changed = null, progress, view = new DiskView() } = request;
  const disk = new DiskHost({ view });
  const { entries, files, windows } = await discover(disk, given, layout);
  const large = once(() => request.large?.());
  if (files.size > manyFiles) large();
  const ordered = [...entries].sort((a, b) => order(a) - order(b));
  const own = shard ? ownEntries(ordered, shard) : null;
  const { platform, assumption } = platformFor(request, disk, windows);
  const assumptions = new Set(assumption === null ? [] : [assumption]);
  const run: Run = {
    view,
    ordered,
    platform,
    running: request.running ?? null,
    large,
    readers: oncePer((one: Given) => readersIn(ordered.filter((entry) => entry.given === one))),
    committed: committedIn(given, disk),
    seen: new Set(),
  };
  const units: Unit[] = [];
  const shares: UnitShare[] = [];
  for (const [index, entry] of ordered.entries()) {
    if (own && !own.has(index)) continue;
    progress?.(index, ordered.length);
    const judged = await judgedEntry(run, entry);
    if (!judged) continue;
    const { unit, file, reads, assumed } = judged;
    for (const name of reads) run.seen.add(name);
    if (changed && !touched(unit, changed)) continue;
    units.push(unit);
    for (const one of assumed) assumptions.add(one);
    const findings = shard ? await runRules([unit], ruling) : [];
    const { fragment } = entry;
    shares.push({ order: index, file, fragment, reads, findings, scopes: unit.places, assumptions: [...assumed] });
  }
  const findings = shard ? shares.flatMap((share) => share.findings) : await runRules(units, ruling);
  findings.sort(compareFindings);
  const tooLarge = [...view.tooLarge].map((one) => `${disk.display(one)}: too large to be read`);
  return {
    // a shard keeps twins, since merge may leave out the unit of one
    findings: shard ? findings : withoutTwins(findings),
    scopes: inOrder(shares.flatMap((share) => share.scopes)),
    assumptions: [...assumptions],
    troubles: [...(request.troubles ?? []), ...tooLarge],
    files,
    read: run.seen.size,
    passwordFiles: units.flatMap(({ passwords, digests }) => [...passwords, ...digests].map(({ display }) => display)),
    milliseconds: Date.now() - started,
    ...(shard && { shard: { ...shard, units: shares } }),
  };
}

/** Whose crypt() checks the passwords: the one asked for, else what images or paths of the tree tell. */
function platformFor(
  { platform, given }: LintRequest,
  disk: DiskHost,
  windows: string | null,
): { readonly platform: Platform; readonly assumption: string | null } {
  if (platform) return { platform: platform as Platform, assumption: null };
  const files = given.flatMap((one) => one.files);
  const told = platformOf(disk, files);
  if (told) {
    const assumption = `passwords are checked as on ${told.platform}, which ${harmless(told.image)} in ${told.file} has`;
    return { platform: told.platform, assumption: told.platform === 'glibc' ? null : assumption };
  }
  if (windows === null) return { platform: 'glibc', assumption: null };
  const assumption = `passwords are checked as on Windows, whose paths ${harmless(windows)} has`;
  return { platform: 'windows', assumption };
}

/** What the entries of a run share. */
interface Run extends Pick<UnitOptions, 'platform' | 'running' | 'large' | 'readers'> {
  readonly view: DiskView;
  readonly ordered: readonly Entry[];
  readonly committed: Unit['committed'];
  /** Names of the files read so far: a fragment or password file among them is not judged again by itself. */
  readonly seen: Set<string>;
}

/** An entry with what was read for it. */
interface JudgedEntry {
  readonly unit: Unit;
  /** Its main file, and all that it reads or that is in effect nowhere else, by their names. */
  readonly file: string;
  readonly reads: readonly string[];
  readonly assumed: ReadonlySet<string>;
}

/** Reads and judges one entry; null: it has been read before, or nothing of it can be. */
async function judgedEntry(run: Run, entry: Entry): Promise<JudgedEntry | null> {
  const { view, ordered, seen, committed, ...shared } = run;
  const disk = new DiskHost({ trusted: entry.trusted, searchable: entry.path, view });
  const whole = entry.laid ? new OverlayHost(disk, entry.laid) : disk;
  const known = entry.fragment
    ? new Set(entry.files.map((one) => nameOf(whole.display(one), whole.inset(one))).filter((one) => seen.has(one)))
    : new Set<string>();
  if (entry.fragment && known.size > 0 && known.size === entry.files.length) return null;
  const host = new MappedHost(whole, entry.mappings);
  const file = nameOf(host.display(entry.path), host.inset(entry.path));
  const assumed = new Set<string>();
  const options = { ...shared, checks: checksOf(entry, ordered) };
  const judged = withoutPlaces(await unitOf(host, entry, options, assumed), known);
  const around = entry.deployment
    ? { mapped: await mappedOf(whole, judged, entry), published: entry.deployment.beside }
    : {};
  const places = entry.piece ? judged.places.map(inPiece) : judged.places;
  const unit = { ...judged, ...around, places, committed, unread: unreadIn(whole, judged, entry) };
  // nothing of its main file was read, and nothing can be said
  if (entry.kind !== 'htaccess' && view.tooLarge.has(entry.files[0] ?? '')) return null;
  const reads = readBy(unit).map(({ display, inset }) => nameOf(display, inset));
  // what nothing includes is in effect nowhere, unless another deployment has it too
  for (const { file: idle } of unit.unread)
    if (ordered.every((one) => one.deployment === entry.deployment || !one.files.includes(idle)))
      reads.push(nameOf(whole.display(idle), whole.inset(idle)));
  return { unit, file, reads, assumed };
}

/** The files that a unit consists of. */
function readBy({ sources, passwords, digests, groups }: Unit): { display: string; inset: Inset | null }[] {
  return [...sources, ...passwords, ...digests, ...groups];
}

/** Places by file and line, then by what they are called. */
function inOrder(scopes: Result['scopes']): Result['scopes'] {
  const located = scopes.map((scope) => {
    const { file, line } = beginningOf(scope.place.where);
    return { scope, where: { file, line }, target: scope.place.target };
  });
  return located.sort(compareScopes).map(({ scope }) => scope);
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

/** Whether a change touches a unit; its files have their names as shown, the changed ones are absolute. */
function touched(unit: Unit, changed: Changes): boolean {
  const absolute = readBy(unit).map(({ display }) => encode(resolve(display)));
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

/** The health checks that an entry answers: beside others of one deployment, which of them does cannot be told. */
function checksOf(entry: Entry, entries: readonly Entry[]): readonly HealthCheck[] {
  const { deployment, kind, fragment } = entry;
  if (!deployment || deployment.checks.length === 0) return [];
  const beside = (one: Entry): boolean => one !== entry && one.deployment === deployment && one.kind === kind;
  return fragment && entries.some(beside) ? [] : deployment.checks;
}
