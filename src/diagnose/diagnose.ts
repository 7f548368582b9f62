import type { Answer, Place, Predictor, Reason, ServerRequest } from '../predict/answer.ts';
import { type JudgedPlace, judge } from '../predict/judge.ts';
import { requestOf } from '../predict/request.ts';
import { printable } from '../text/printable.ts';
import { challengesOf, type Exchanged } from './response.ts';
import { type Speaker, speakerOf } from './speaker.ts';

/** Who gave an answer, by what, and what to do about it. */
export interface Diagnosis {
  readonly status: number | 'pass' | 'unknown';
  readonly from: 'this-configuration' | 'application' | 'another-server' | 'unknown';
  /** One sentence. */
  readonly summary: string;
  /** The chain of reasons of the answer that fits, in the server's order; empty where none does. */
  readonly because: readonly Reason[];
  readonly loginHelps: 'yes' | 'no' | 'another-user' | 'unknown';
  readonly next: readonly string[];
  /** What a visitor of the URL gets; null without a configuration. */
  readonly judged: JudgedPlace | null;
}

/** Users of a configuration that are worth trying as the right login. */
const userLimit = 20;

/** What a visitor of a URL gets: with no login, a right one and a wrong one. */
export function judgeUrl(predictor: Predictor, request: ServerRequest): JudgedPlace {
  const users = new Set<string>();
  const places = predictor.starts === 'no' ? [] : predictor.places();
  for (const place of places.slice(0, 50)) {
    for (const name of place.users()?.slice(0, userLimit) ?? []) if (users.size < userLimit) users.add(name);
  }
  const near = places.find(
    ({ request: { host, target } }) => host === request.host && request.target.startsWith(target),
  );
  const place: Place = {
    id: '',
    where: near?.where ?? predictor.startErrors[0]?.where ?? { file: '', line: 1, column: 1, endColumn: 1 },
    target: request.target,
    request: { ...request, credentials: null },
    users: () => [...users],
    remotes: near?.remotes ?? [],
  };
  return judge(predictor, place);
}

const meanings: Readonly<Record<string, string>> = {
  401: 'who are you?',
  403: 'you may not',
  407: 'a forward proxy asks for a login',
  500: 'the server fails',
  502: 'nobody answers behind the proxy',
  503: 'not available',
  504: 'no answer in time from behind the proxy',
};

function words(status: number | string): string {
  const meaning = meanings[status];
  return meaning ? `${status} (${meaning})` : String(status);
}

/** Explains what a URL gives, from the configuration alone. */
export function explainUrl(judged: JudgedPlace): Diagnosis {
  const { anonymous, valid, verdict } = judged;
  const passes = valid.status === 'pass';
  const because = anonymous.status === 'pass' || anonymous.because.length > 0 ? anonymous.because : valid.because;
  const summary =
    verdict === 'no-start'
      ? 'the server does not start with this configuration'
      : anonymous.status === 'pass'
        ? 'this configuration lets everybody through; what else is refused, the application behind it refuses'
        : anonymous.status === 'unknown'
          ? 'what this configuration answers cannot be told'
          : `without a login the answer is ${words(anonymous.status)}; a right login ${passes ? 'gets through' : `gets ${words(valid.status)}`}`;
  return {
    status: anonymous.status,
    from: verdict === 'unknown' ? 'unknown' : 'this-configuration',
    summary,
    because: passes || anonymous.status === 'pass' ? because : valid.because,
    loginHelps: anonymous.status === 'pass' ? 'no' : passes ? 'yes' : valid.status === 'unknown' ? 'unknown' : 'no',
    next: anonymous.status === 'pass' ? behind : [],
    judged,
  };
}

/** What to look at where an application gave the answer. */
const behind: readonly string[] = [
  'look into the log of the application for this request',
  'see whether the Authorization header reaches it: authlint check names the lines that take it away',
];

/** Explains a pasted answer; `predictor` and `request` null: there is no configuration or no URL to hold it against. */
export function diagnose(
  answers: readonly Exchanged[],
  predictor: Predictor | null,
  request: ServerRequest | null,
): Diagnosis {
  const answer = answers.at(-1)!;
  const speaker = speakerOf(answer);
  const hops = hopsIn(answers);
  if (!predictor || !request) return withoutConfig(answer, speaker, hops);
  const judged = judgeUrl(predictor, request);
  const sent = answer.request?.authorization ?? null;
  const tried = candidates(predictor, judged, request, sent);
  const fits = tried.find(({ given }) => agrees(given, answer));
  const foreign = speaker.kind === 'application' || isAnother(speaker, predictor);
  if (fits && (!foreign || sameChallenge(fits.given, answer))) return own(answer, judged, fits, sent, hops);
  return notOwn(answer, judged, speaker, predictor, hops);
}

/** Whether an answer has the words of another server: what a server says itself it says in its own. */
function isAnother({ kind }: Speaker, { server }: Predictor): boolean {
  return kind === 'front' || ((kind === 'apache' || kind === 'nginx') && kind !== server);
}

interface Candidate {
  readonly as: 'anonymous' | 'sent' | 'valid' | 'invalid';
  readonly given: Answer;
}

/** Answers of the configuration that may be the one seen, likeliest first. */
function candidates(
  predictor: Predictor,
  judged: JudgedPlace,
  request: ServerRequest,
  sent: string | null,
): Candidate[] {
  const list: Candidate[] = [
    { as: 'invalid', given: judged.invalid },
    { as: 'valid', given: judged.valid },
  ];
  if (sent === null) return [{ as: 'anonymous', given: judged.anonymous }, ...list];
  if (sent === '' || predictor.starts === 'no') return list;
  const headers = new Map(request.headers).set('authorization', [sent]);
  return [{ as: 'sent', given: predictor.answer({ ...request, credentials: null, headers }) }, ...list];
}

function agrees(given: Answer, answer: Exchanged): boolean {
  if (given.status !== answer.status) return false;
  return (given.wwwAuthenticate === null && challengesOf(answer).length === 0) || sameChallenge(given, answer);
}

/** Whether the challenge is the one that the configuration gives, nonce and letter case of the scheme aside. */
function sameChallenge({ wwwAuthenticate }: Answer, answer: Exchanged): boolean {
  if (wwwAuthenticate === null) return false;
  const [ours] = challengesOf({ headers: new Map([['www-authenticate', [wwwAuthenticate]]]) });
  return challengesOf(answer).some(
    ({ scheme, parameters }) => scheme === ours?.scheme && parameters.get('realm') === ours.parameters.get('realm'),
  );
}

function own(
  answer: Exchanged,
  judged: JudgedPlace,
  { as, given }: Candidate,
  sent: string | null,
  hops: readonly string[],
): Diagnosis {
  const { valid } = judged;
  const passes = valid.status === 'pass' || (typeof valid.status === 'number' && valid.status < 400);
  const helps = sent === null ? 'yes' : 'another-user';
  const loginHelps = valid.status === 'unknown' ? 'unknown' : passes ? helps : 'no';
  const next: string[] = [...hops];
  if (loginHelps === 'yes' && answer.status === 401) next.push('log in: a right password gets through');
  if (loginHelps === 'another-user') {
    next.push(
      as === 'sent'
        ? 'the login that was sent is refused; another user or password gets through'
        : 'see whether user and password are right: authlint verify FILE USER',
    );
  }
  if (loginHelps === 'no') next.push('mend the line that is named');
  const bearer = sent !== null && /^bearer/i.test(sent) && given.wwwAuthenticate?.toLowerCase().startsWith('basic');
  if (bearer)
    next.push(
      'a token was sent where a Basic login is asked for: exempt the path of the API, or send the token in another header',
    );
  return {
    status: answer.status,
    from: 'this-configuration',
    summary: `this configuration gives the ${words(answer.status)}${as === 'anonymous' ? '' : as === 'valid' ? ' even to a right login' : ' to this login'}`,
    because: given.because,
    loginHelps,
    next,
    judged,
  };
}

function notOwn(
  answer: Exchanged,
  judged: JudgedPlace,
  speaker: Speaker,
  predictor: Predictor,
  hops: readonly string[],
): Diagnosis {
  const { anonymous, valid, invalid } = judged;
  const passed = [anonymous, valid, invalid].some(({ status }) => status === 'pass');
  const unknown = [anonymous, valid].some(({ status }) => status === 'unknown');
  const next = [...hops, ...speaker.next];
  const [realm] = challengesOf(answer).flatMap(({ parameters }) => parameters.get('realm') ?? []);
  const told = speaker.because ? `: ${speaker.because}` : '';
  const { status } = answer;
  let from: Diagnosis['from'] = 'unknown';
  let summary = `this configuration would answer ${words(anonymous.status)} here, not ${words(status)}`;
  if (isAnother(speaker, predictor)) {
    from = 'another-server';
    summary = `another server gave the ${words(status)}${told}`;
    next.push('give its configuration with --config, or ask the server behind it by itself');
  } else if (passed && (speaker.kind === 'application' || anonymous.status === 'pass' || realm !== undefined)) {
    from = 'application';
    summary = `this configuration lets the request through; the application behind it gave the ${words(status)}${told}`;
    next.push(...behind);
  } else if (unknown) summary = `whether this configuration gives the ${words(status)} cannot be told`;
  else
    next.push(
      'the running server may have another configuration: compare the files, and whether it was reloaded after the last change',
    );
  if (realm !== undefined)
    next.push(`look for the realm ${printable(realm, 80)}: no line that counts for this URL gives it`);
  const because = unknown
    ? [...anonymous.because, ...valid.because].filter(({ code }) => /unseen|upstream/.test(code)).slice(0, 2)
    : anonymous.because;
  return { status, from, summary, because, loginHelps: 'unknown', next: [...new Set(next)], judged };
}

function withoutConfig(answer: Exchanged, speaker: Speaker, hops: readonly string[]): Diagnosis {
  const { status } = answer;
  const challenges = challengesOf(answer);
  const told = speaker.because ? `: ${speaker.because}` : '';
  const next = [...hops, ...speaker.next];
  if (status === 401 && challenges.length === 0)
    next.push('there is no challenge: a browser shows no prompt, the login is a page or a token');
  for (const { scheme, parameters } of challenges.slice(0, 3)) {
    const realm = parameters.get('realm');
    next.push(
      `the login that is asked for is ${printable(scheme, 20)}${realm === undefined ? '' : `, for the realm ${printable(realm, 80)}`}`,
    );
  }
  next.push('give the configuration with --config (and the URL) to have the line named');
  return {
    status,
    from: speaker.kind === 'application' ? 'application' : speaker.kind === 'front' ? 'another-server' : 'unknown',
    summary: `the answer is ${words(status)}${told}`,
    because: [],
    loginHelps:
      status === 401 && challenges.some(({ scheme }) => scheme === 'basic' || scheme === 'digest') ? 'yes' : 'unknown',
    next,
    judged: null,
  };
}

/** What happened on the way: redirects that go round, or that lose the login. */
function hopsIn(answers: readonly Exchanged[]): readonly string[] {
  const notes: string[] = [];
  const seen = new Map<string, number>();
  for (const [index, { headers, request }] of answers.slice(0, -1).entries()) {
    const location = headers.get('location')?.[0];
    if (location === undefined) continue;
    const shown = printable(location.replace(/\?.*/s, '?…').replace(/\/\/[^/@]*@/, '//'), 120);
    const times = (seen.get(location) ?? 0) + 1;
    seen.set(location, times);
    if (times === 3)
      notes.push(
        `the redirects go round: ${shown} comes up again and again; the page they lead to asks for the login itself`,
      );
    if (request === null || request.authorization === null) continue;
    const host = /^https?:\/\/([^/?#]+)/i.exec(location)?.[1]?.replace(/^[^@]*@/, '');
    const after = answers[index + 1]!.request;
    const elsewhere = host !== undefined && host.toLowerCase() !== request.host?.toLowerCase();
    // clients keep the login to themselves where host, port or scheme changes
    if (after ? after.authorization === null : elsewhere)
      notes.push(
        `the redirect to ${shown} lost the login: clients do not send it to another host, port or scheme; ask the last address at once`,
      );
  }
  return [...new Set(notes)];
}

/** The request that a paste is about: as curl -v shows it, else the URL given. */
export function requestIn(answers: readonly Exchanged[], url: string | null): ServerRequest | null {
  if (url !== null) return requestOf({ url });
  const sent = answers.at(-1)!.request;
  if (!sent?.host) return null;
  return {
    ...requestOf({ url: `http://${sent.host}${sent.target.startsWith('/') ? sent.target : '/'}` }),
    method: sent.method,
  };
}
