import { RIGHT_PASSWORD, WRONG_PASSWORD } from '../hash/password.ts';
import { once } from '../once.ts';
import type { Answer, Credentials, Door, Place, Predictor, Reason, ServerName } from './answer.ts';

export type Verdict = 'works' | 'locked-out' | 'forbidden' | 'broken' | 'no-start' | 'open' | 'depends' | 'unknown';

/** A protected place with what the server answers to no login, a right password and a wrong one. */
export interface JudgedPlace {
  readonly server: ServerName;
  readonly place: Place;
  readonly verdict: Verdict;
  readonly anonymous: Answer;
  readonly valid: Answer;
  readonly invalid: Answer;
  /** Only from an address that a rule names is `valid` the answer. */
  readonly byAddress?: boolean;
  /** An address that a rule names is let in without the login that others are asked for. */
  readonly admitted?: boolean;
  /** Other ways to it that let everybody in. Worked out when first asked for. */
  readonly openDoors: () => readonly Door[];
}

/** Doors through which an anonymous visitor gets in, though the place itself asks for a login. */
function openDoorsOf(place: Place): () => readonly Door[] {
  return once(() => place.doors!().filter((door) => door.isOpen()));
}

const noDoors = (): readonly Door[] => [];

/** A name that no password file is likely to hold, for places whose users cannot be seen. */
export const somebody = 'authlint-visitor';

/** Judges one place: the best answer that any right login gets from any address is what `valid` means. */
export function judge(predictor: Predictor, place: Place): JudgedPlace {
  const { server } = predictor;
  if (predictor.starts === 'no') {
    const nothing: Answer = { status: 'unknown', wwwAuthenticate: null, because: predictor.startErrors.slice(0, 1) };
    return {
      server,
      place,
      verdict: 'no-start',
      anonymous: nothing,
      valid: nothing,
      invalid: nothing,
      openDoors: noDoors,
    };
  }
  const { request } = place;
  const ask = (credentials: Credentials, remote = request.remote): Answer =>
    predictor.answer({ ...request, credentials, remote, ...(credentials.scheme === 'form' && { method: 'POST' }) });
  const listed = place.users();
  const users = listed ?? [];
  const anonymous = predictor.answer(request);
  const scheme = schemeOf(anonymous);
  const login = (user: string, password: Credentials['password']): Credentials => ({ scheme, user, password });
  const invalid = ask(login(users[0] ?? somebody, WRONG_PASSWORD));
  let valid: Answer | null = null;
  const tried = users.length > 0 ? users : [somebody];
  const answers =
    predictor.rightLogins?.(request, tried) ??
    each(worthTrying(place, tried), (user) => ask(login(user, RIGHT_PASSWORD)));
  for (const answer of answers) {
    if (valid === null || better(answer, valid)) valid = answer;
    if (rank(answer) === best) break;
  }
  // without a name to try, a refusal says nothing of a right login
  if (listed === null && valid && isRefusal(valid)) valid = { ...valid, status: 'unknown' };
  let judged = valid!;
  let byAddress = false;
  let admitted = false;
  // an address that a rule names may get in where the outside address does not
  for (const remote of rank(judged) === best ? [] : place.remotes) {
    const stranger = predictor.answer({ ...request, remote });
    // who comes in by his address alone shows nothing of the login that the others are asked for
    if (anonymous.status === 401 && passes(stranger)) {
      admitted = true;
      continue;
    }
    const answer = ask(login(users[0] ?? somebody, RIGHT_PASSWORD), remote);
    // where only who comes from there gets as far as the login, what becomes of it tells more than that the others are refused
    const further = judged.status === 403 && (stranger.status === 401 || Number(stranger.status) >= 500);
    if (rank(answer) > rank(judged) || further) [judged, byAddress] = [answer, true];
  }
  const verdict = verdictOf(anonymous, judged, invalid);
  const condition =
    verdict === 'open' ? place.exemption : verdict === 'forbidden' ? (place.admission?.() ?? undefined) : undefined;
  if (condition) {
    const told = { ...judged, because: [...judged.because, condition] };
    return { server, place, verdict: 'unknown', anonymous, valid: told, invalid, openDoors: noDoors };
  }
  const openDoors = place.doors && verdict !== 'open' ? openDoorsOf(place) : noDoors;
  return { server, place, verdict, anonymous, valid: judged, invalid, byAddress, admitted, openDoors };
}

/** Whether an answer is that to a wrong login, or to whoever lacks what a service looks for. */
function isRefusal({ status, because }: Answer): boolean {
  return status === 401 || (status === 403 && because.at(-1)?.code === 'nginx-auth-request-denied');
}

/** Users without those who fare like one before them, since no password opens their entries. */
function* worthTrying(place: Place, users: readonly string[]): Iterable<string> {
  let hopeless = false;
  for (const user of users) {
    if (users.length > 1 && place.isHopeless?.(user)) {
      if (hopeless) continue;
      hopeless = true;
    }
    yield user;
  }
}

function* each<T, U>(list: Iterable<T>, make: (one: T) => U): Iterable<U> {
  for (const one of list) yield make(one);
}

/** How a browser answers: by the challenge that it was given, or by the form that it was shown or sent to. */
export function schemeOf({ wwwAuthenticate, because }: Answer): Credentials['scheme'] {
  if (because.some(({ code }) => code === 'apache-form-login-needed')) return 'form';
  return wwwAuthenticate?.startsWith('Digest') ? 'digest' : 'basic';
}

/** Of two refusals the one that came further tells more. */
function better(answer: Answer, than: Answer): boolean {
  return rank(answer) > rank(than) || (rank(answer) === rank(than) && answer.because.length > than.because.length);
}

const best = 4;

/** What content says that has nothing to show: for a folder without an index, or where try_files finds no file. */
const nothingToShow = /-(?:directory-listing-forbidden|no-file)$/;

/** Let through to content, though that may have nothing to show. */
export function passes({ status, because }: Answer): boolean {
  return status === 'pass' || (typeof status === 'number' && nothingToShow.test(because.at(-1)?.code ?? ''));
}

function rank(answer: Answer): number {
  const status = passes(answer) ? 'pass' : answer.status;
  if (status === 'pass') return best;
  if (status === 'unknown') return 3;
  if (status === 401) return 1;
  return status >= 200 && status < 400 ? 2 : 0;
}

function verdictOf(anonymous: Answer, valid: Answer, invalid: Answer): Verdict {
  if (passes(anonymous)) return 'open';
  // no visitor gets to see the form
  if (anonymous.because.some(({ code }) => code === 'apache-form-login-loop' || code === 'apache-form-page-hidden'))
    return 'locked-out';
  if (valid.status === 'unknown') return valid.because.some(unseenFile) ? 'depends' : 'unknown';
  // a right login would pass, but no browser is ever asked for one
  const askedFor = typeof anonymous.status !== 'number' || anonymous.status < 500;
  if (passes(valid)) return passes(invalid) ? 'open' : askedFor ? 'works' : 'broken';
  // what a template makes of the name or the path is no request
  if (valid.because.some(({ code }) => code === 'apache-bad-host' || code === 'apache-bad-request')) return 'unknown';
  const status = Number(valid.status);
  if (status === 401) return 'locked-out';
  if (status === 403) return 'forbidden';
  if (status >= 500) return 'broken';
  // a configured redirect or page is what everybody gets: no lock-out of this place's own
  return anonymous.status === 'unknown' ? 'unknown' : 'works';
}

/** Codes of reasons that stand for a file which lies outside what may be looked at end in this. */
function unseenFile({ code }: Reason): boolean {
  return code.endsWith('-file-unseen');
}
