import type { Platform } from '../../catalog/platforms.ts';
import type { FileHost } from '../../host/host.ts';
import type { NginxConfig } from '../../model/nginx/config.ts';
import { loadNginxConfig } from '../../model/nginx/load.ts';
import type { NginxLoadOptions } from '../../model/nginx/loading.ts';
import { Accounts, Worker } from '../../model/permissions.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Source } from '../../text/source.ts';
import type { Answer, Place, Predictor, Reason, ServerRequest, StartError } from '../answer.ts';
import { Answers, doorKey } from '../door.ts';
import { Approaches } from './approaches.ts';
import type { Server } from './arrival.ts';
import { ServerChoice } from './choose.ts';
import { factsOf, type NginxFacts } from './facts.ts';
import { answerRequest } from './phases.ts';
import { nginxPlaces } from './places.ts';

export interface NginxOptions extends NginxLoadOptions {
  /** Whose crypt() checks what nginx does not check itself. */
  readonly platform?: Platform;
}

/** nginx with a configuration loaded: answers requests, and lays open what was read for rules. */
export interface NginxPredictor extends Predictor {
  readonly config: NginxConfig;
  readonly sources: readonly Source[];
  readonly directives: readonly Directive[];
  /** Folder that relative user files are taken from. */
  readonly base: string;
  readonly facts: NginxFacts;
}

/** Loads a main file (or fragment) with all that it includes. */
export function loadNginx(host: FileHost, mainPath: string, options: NginxOptions = {}): NginxPredictor {
  const config = loadNginxConfig(host, mainPath, options);
  const startErrors = config.problems.map(({ code, message, span }): StartError => ({ code, message, where: span }));
  const unseen = config.unseen.map(({ what, message, span }): Reason => {
    return { code: what === 'limit' ? 'nginx-limit-unseen' : 'nginx-unseen', message, where: span };
  });
  const limit = unseen[config.unseen.findIndex(({ what }) => what === 'limit' || what === 'template')];
  const server: Server = {
    config,
    host,
    worker: workerOf(host, config),
    platform: options.platform ?? 'glibc',
    passwords: new Map(),
    choice: new ServerChoice(config),
  };
  // without the module nginx refuses to start
  const unsure = limit || config.unseen.some(({ what }) => what === 'module');
  const answers = new Answers();
  const approaches = new Approaches(server);
  const unknown: Answer | null = limit ? { status: 'unknown', wwwAuthenticate: null, because: [limit] } : null;
  const answer = (request: ServerRequest): Answer =>
    unknown ??
    // only a stranger's answers are asked for again
    (request.credentials
      ? approaches.answer(request)
      : answers.give(request, doorKey(request), () => approaches.answer(request)));
  return {
    server: 'nginx',
    config,
    sources: config.sources,
    directives: config.directives,
    base: config.confDir,
    facts: factsOf(config, { host, answer, answers: startErrors.length === 0 && !limit }),
    starts: startErrors.length > 0 ? 'no' : unsure ? 'unknown' : 'yes',
    startErrors,
    unseen,
    answer,
    answerOnce: (request) => unknown ?? answerRequest(server, request),
    rightLogins: (request, users) => (unknown ? [unknown] : approaches.rightLogins(request, users)),
    places: (): readonly Place[] =>
      nginxPlaces(config, host, { answer, trailOf: (request) => approaches.trailOf(request) }),
  };
}

/** The account of `user`; its group is the one of the same name unless given. Source: ngx_set_user. */
function workerOf(host: FileHost, { user, group }: NginxConfig): Worker {
  const accounts = new Accounts(host);
  const gid = accounts.groupId(group ?? user);
  return new Worker(host, accounts.userId(user), [...(gid === null ? [] : [gid]), ...accounts.groupsOf(user)]);
}
