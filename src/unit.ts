import { auditsOf } from './audits.ts';
import type { Platform } from './catalog/platforms.ts';
import type { Entry, Given } from './discover/discover.ts';
import type { HealthCheck } from './discover/maps/service.ts';
import { namesServer } from './discover/recognise.ts';
import { auditPasswords } from './hash/audit.ts';
import { auditDigests } from './hash/audit-digests.ts';
import { auditGroups } from './hash/audit-groups.ts';
import { absent, type FileHost } from './host/host.ts';
import type { Running } from './host/live.ts';
import { LaidFiles, OverlayHost } from './host/overlay.ts';
import { basename } from './host/paths.ts';
import { type Load, loaderOf } from './load.ts';
import { confDirOf } from './model/nginx/conf-dir.ts';
import type { Answer, Predictor, ServerName } from './predict/answer.ts';
import { settled } from './predict/doubt.ts';
import { judge } from './predict/judge.ts';
import { requestOf } from './predict/request.ts';
import type { Unit } from './rules/rule.ts';

/** Bytes of one configuration from which on there is much to do. */
const muchText = 16_384;

/** An entry read and judged by itself; what had to be assumed for it is added to `assumptions`. */
export async function unitOf(
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

/** The server that the folder or the name of a password file names; null: neither, or both. */
function namedReader({ path, given }: Entry): readonly ServerName[] | null {
  const rest = path.slice(given.kind === 'directory' ? given.path.length : 0);
  const named = (['apache', 'nginx'] as const).filter((server) => namesServer[server].test(rest));
  return named.length === 1 ? named : null;
}

/** Files that a unit's directives name and a deployment takes from the repository, where they are not. */
export async function mappedOf(
  host: FileHost,
  unit: Unit,
  { deployment, given, path }: Entry,
): Promise<Unit['mapped']> {
  const { missingFiles } = await import('./discover/maps/mapped-files.ts');
  const base = unit.server === 'nginx' ? confDirOf(path) : null;
  return missingFiles(host, unit.directives, deployment!, base, given);
}

/** Words that a login begins with, on either server. */
const login =
  /^(?:[^#\n]*[;{])?[ \t]*(?:auth_basic(?!_user_file)(?![ \t]+off)|auth_request(?![ \t]+off)|AuthType(?![ \t]+None))\b/im;

/** Files with a login that lie beside an image's own main file, and that nothing includes as far as can be seen. */
export function unreadIn(
  host: FileHost,
  { sources, starts, unseen, nginx }: Unit,
  { offered = [] }: Entry,
): Unit['unread'] {
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
  /** Told once there turns out to be much to do. */
  readonly large?: (() => void) | undefined;
  /** The nginx of the image that it is for. */
  readonly nginx?: { readonly prefix: string; readonly release: string };
}

export interface UnitOptions extends Pick<ReadOptions, 'platform' | 'running' | 'checks' | 'large'> {
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
