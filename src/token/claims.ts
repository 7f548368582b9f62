import { encode } from '../text/bytes.ts';
import { printable } from '../text/printable.ts';
import { note, refused, type TokenProblem } from './problem.ts';

/** What a token is held against; times in seconds since 1970. */
export interface Expected {
  readonly now: number;
  readonly leeway: number;
  /** The token must name one of these; empty: not looked at. */
  readonly audiences: readonly string[];
  readonly issuers: readonly string[];
}

/** The claims that are shown; no other is (RFC 7519 §4.1). Times in seconds since 1970. */
export interface SafeClaims {
  readonly issuer: string | null;
  readonly audience: readonly string[];
  readonly expires: number | null;
  readonly notBefore: number | null;
  readonly issuedAt: number | null;
}

type Claims = Readonly<Record<string, unknown>>;

const shown = (text: string): string => printable(encode(text), 120);

export function safeClaims(claims: Claims): SafeClaims {
  return {
    issuer: typeof claims.iss === 'string' ? shown(claims.iss) : null,
    audience: audiencesOf(claims).map(shown),
    expires: timeOf(claims.exp),
    notBefore: timeOf(claims.nbf),
    issuedAt: timeOf(claims.iat),
  };
}

function audiencesOf({ aud }: Claims): readonly string[] {
  const list = Array.isArray(aud) ? aud : [aud];
  return list.filter((one): one is string => typeof one === 'string');
}

/** Beyond any date that is meant: the time is in milliseconds. */
const milliseconds = 100_000_000_000;

function timeOf(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return Math.abs(value) >= milliseconds ? value / 1000 : value;
}

/** A time as people read it, in UTC. */
export function clock(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? 'a time out of range'
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z/, ' UTC');
}

/** A length of time in its two largest units. */
export function span(seconds: number): string {
  let rest = Math.round(Math.abs(seconds));
  const words: string[] = [];
  for (const [name, size] of [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && words.length < 2) words.push(`${count} ${name}${count === 1 ? '' : 's'}`);
    else if (words.length > 0) break;
  }
  return words.length > 0 ? words.join(' and ') : '0 seconds';
}

/** What the claims make a server refuse (RFC 7519 §4.1.1 to 4.1.6). */
export function claimProblems(claims: Claims, expected: Expected): TokenProblem[] {
  return [...timeProblems(claims, expected), ...nameProblems(claims, expected)];
}

function timeProblems(claims: Claims, { now, leeway }: Expected): TokenProblem[] {
  const problems: TokenProblem[] = [];
  for (const name of ['exp', 'nbf', 'iat'] as const) {
    const value = claims[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      problems.push(
        refused(
          'time-not-a-number',
          `${name} is not a number, as it must be.`,
          `write ${name} as seconds since 1970, without quotes`,
        ),
      );
    } else if (Math.abs(value) >= milliseconds) {
      problems.push(
        refused(
          'time-in-milliseconds',
          `${name} is in milliseconds: servers read seconds, and so a time thousands of years ahead.`,
          'divide it by 1000 where the token is made',
        ),
      );
    }
  }
  const { expires, notBefore, issuedAt } = safeClaims(claims);
  if (expires !== null && now >= expires + leeway) {
    problems.push(
      refused(
        'expired',
        `The token expired ${span(now - expires)} ago, at ${clock(expires)}.`,
        'fetch a new one (refresh or log in again); where it was just made, compare the clocks of both machines',
      ),
    );
  } else if (expires === null && claims.exp === undefined) {
    problems.push(
      note(
        'no-expiry',
        'The token has no exp: it never expires by itself, and some servers refuse it.',
        'have exp set where it is made',
      ),
    );
  }
  if (notBefore !== null && now < notBefore - leeway) {
    problems.push(
      refused(
        'not-yet-valid',
        `The token is not valid before ${clock(notBefore)}, in ${span(notBefore - now)}.`,
        'compare the clocks of both machines (NTP), or allow some leeway where it is checked',
      ),
    );
  }
  if (expires !== null && notBefore !== null && notBefore >= expires) {
    problems.push(
      refused('never-valid', 'The token ends (exp) before it begins (nbf).', 'correct it where it is made'),
    );
  }
  if (issuedAt !== null && now < issuedAt - leeway) {
    problems.push(
      note(
        'issued-in-the-future',
        `The token was made ${span(issuedAt - now)} in the future, at ${clock(issuedAt)}: clocks differ, and some servers refuse that.`,
        'compare the clocks of both machines (NTP)',
      ),
    );
  }
  return problems;
}

function nameProblems(claims: Claims, { audiences, issuers }: Expected): TokenProblem[] {
  const problems: TokenProblem[] = [];
  const meant = audiencesOf(claims);
  if (audiences.length > 0 && !audiences.some((one) => meant.includes(one))) {
    const names =
      meant.length > 0 ? `for ${meant.slice(0, 5).map(shown).join(', ')}` : 'for nobody in particular (no aud)';
    problems.push(
      refused(
        'other-audience',
        `The token is ${names}, not for ${audiences.map(shown).join(' or ')}${almost(audiences, meant)}.`,
        'ask for a token with this audience (or resource, or scope), or set the audience that the server expects',
      ),
    );
  }
  const { iss } = claims;
  const issuer = typeof iss === 'string' ? iss : null;
  if (issuers.length > 0 && (issuer === null || !issuers.includes(issuer))) {
    problems.push(
      refused(
        'other-issuer',
        `The token was issued by ${issuer === null ? 'nobody in particular (no iss)' : shown(issuer)}, not by ${issuers.map(shown).join(' or ')}${almost(issuers, issuer === null ? [] : [issuer])}.`,
        'fetch it from the right issuer, or set the issuer exactly as the token has it',
      ),
    );
  }
  return problems;
}

/** Names are compared letter by letter: a difference that people overlook is named. */
function almost(wanted: readonly string[], got: readonly string[]): string {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/+$/, '');
  const near = wanted.some((one) => got.some((other) => plain(one) === plain(other)));
  return near ? ' (they differ only in letter case, http and https, or a slash at the end)' : '';
}
