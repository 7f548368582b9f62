import type { Password } from '../hash/password.ts';
import type { Where } from '../text/source.ts';
import type { ApachePlace } from './apache/facts.ts';
import type { ReasonCode } from './reasons.ts';

export type ServerName = 'apache' | 'nginx';

export interface Credentials {
  /** `form`: the fields that mod_auth_form names, posted to the URL itself. */
  readonly scheme: 'basic' | 'digest' | 'form';
  /** Bytes as sent (latin-1 string). */
  readonly user: string;
  /** Bytes as sent, or a stand-in. */
  readonly password: Password;
}

/** One request as the server receives it. All strings are bytes (latin-1 strings). */
export interface ServerRequest {
  readonly method: string;
  /** Host header without port; null when the client sends none. */
  readonly host: string | null;
  /** Port of the listening socket; null: any that serves the host (80 or 443 first). */
  readonly port: number | null;
  readonly tls: boolean;
  /** Raw request target: path and query as on the request line. */
  readonly target: string;
  readonly credentials: Credentials | null;
  /** Lower-case names, values in order; a literal Authorization header stands here and beats `credentials`. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Address of the client. */
  readonly remote: string;
}

/** One link of the chain of reasons, in the order in which the server came to it. */
export interface Reason {
  readonly code: ReasonCode;
  /** A clause without capital or full stop, and without secrets; untrusted pieces already printable. */
  readonly message: string;
  readonly where: Where | null;
}

/** `pass`: authentication and authorization let the request through to content. */
export type Status = number | 'pass' | 'unknown';

export interface Answer {
  readonly status: Status;
  /** The challenge header as sent (bytes), several joined by a comma and a blank. */
  readonly wwwAuthenticate: string | null;
  readonly because: readonly Reason[];
}

/** Why a server refuses to start, in its own words. */
export interface StartError {
  readonly code: ReasonCode;
  readonly message: string;
  readonly where: Where | null;
}

/** Another way to what a place protects: by another method, server, URL or handler. */
export interface Door {
  readonly kind: 'method' | 'server' | 'alias' | 'proxy' | 'script';
  /** What people call it: a method, or a host and a path. */
  readonly target: string;
  /** An anonymous request through it. */
  readonly request: ServerRequest;
  /** The line that makes it; null: none does, as for a method that no line names. */
  readonly where: Where | null;
  /** Whether an anonymous visitor gets in through it. */
  isOpen(): boolean;
}

/** A protected place found in the configuration, with the request that shows what a visitor gets there. */
export interface Place {
  /** Stable within a run: made of file, line and target. */
  readonly id: string;
  /** The directive that makes it protected (the innermost section or location, or the .htaccess line). */
  readonly where: Where;
  /** What people call it: a URL path, a host and a path, or a folder. */
  readonly target: string;
  /** The probe: an anonymous request for it from an address that no rule names. */
  readonly request: ServerRequest;
  /**
   * User names worth trying as the right login, likeliest first; empty: nobody can log in; null: they
   * cannot be listed. Called lazily: files may be large.
   */
  users(): readonly string[] | null;
  /** Whether no password at all opens a user's entry: such users get answers that differ in their names alone. */
  isHopeless?(user: string): boolean;
  /** Client addresses that rules name (one for each range), tried where the outside address gets no answer. */
  readonly remotes: readonly string[];
  /** What the configuration says against an answer that lets everybody in; the cause of it, where it is given. */
  readonly hint?: Reason;
  /** Why it hangs on the request, beside login and address, whether a login is asked for. */
  readonly exemption?: Reason;
  /** Why it hangs on the request, beside login and address, whether anybody is let in; null: it does not. Called lazily. */
  admission?(): Reason | null;
  /** Other ways to it. Called lazily. */
  doors?(): readonly Door[];
  /** What rules for Apache know of it; null: it is answered before any section counts. Called lazily. */
  apache?(): ApachePlace | null;
}

/** A loaded configuration of one server that answers requests. */
export interface Predictor {
  readonly server: ServerName;
  readonly starts: 'yes' | 'no' | 'unknown';
  /** All refusals found, the server's first one first; empty unless `starts` is `no`. */
  readonly startErrors: readonly StartError[];
  /** What the configuration needs and cannot be seen (files, variables, modules). */
  readonly unseen: readonly Reason[];
  answer(request: ServerRequest): Answer;
  /** The same for a request that is not asked again: nothing of it is kept. */
  answerOnce(request: ServerRequest): Answer;
  /**
   * Answers to right logins of users, each worked out when it is asked for; of users who come the same way to the same
   * answer, but for the entry that they meet, the first one's. Absent: each user is asked for.
   */
  rightLogins?(request: ServerRequest, users: readonly string[]): Iterable<Answer>;
  places(): readonly Place[];
}
