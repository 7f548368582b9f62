import { checkPassword } from '../../hash/check.ts';
import { RIGHT_PASSWORD } from '../../hash/password.ts';
import type { Answer, ServerRequest } from '../answer.ts';
import { newTrail, type Server } from './arrival.ts';
import { type Approach, answerFrom, answerRequest, approach } from './phases.ts';
import type { Trail } from './request.ts';

/** Answers requests; what comes before any login is looked at is gone through once for all who ask the same in a row. */
export class Approaches {
  readonly #server: Server;
  #last: { readonly request: ServerRequest; readonly approach: Approach | null } | null = null;

  constructor(server: Server) {
    this.#server = server;
  }

  answer(request: ServerRequest): Answer {
    const known = this.#approach(request);
    return known ? answerFrom(this.#server, known, request) : answerRequest(this.#server, request);
  }

  /** Answers to right logins, leaving out users who fare in each password file on the way as an earlier one did. */
  *rightLogins(request: ServerRequest, users: readonly string[]): Iterable<Answer> {
    const trails: Trail[] = [];
    for (const user of users) {
      if (trails.some((trail) => this.#leads(trail, user))) continue;
      const login = { ...request, credentials: { scheme: 'basic', user, password: RIGHT_PASSWORD } } as const;
      const known = this.#approach(login);
      const trail = newTrail();
      if (known) trails.push(trail);
      yield known ? answerFrom(this.#server, known, login, trail) : answerRequest(this.#server, login);
    }
  }

  /** What of a login counts on the way of a request. */
  trailOf(request: ServerRequest): Trail {
    const trail = newTrail();
    const known = this.#approach(request);
    if (known) answerFrom(this.#server, known, request, trail);
    else answerRequest(this.#server, request, trail);
    return trail;
  }

  #approach(request: ServerRequest): Approach | null {
    if (this.#last === null || !isSame(request, this.#last.request))
      this.#last = { request, approach: approach(this.#server, request) };
    return this.#last.approach;
  }

  /** Whether the login of another user would come the same way. */
  #leads({ checks, named }: Trail, user: string): boolean {
    if (named || user === '') return false;
    const { platform } = this.#server;
    return checks.every(({ file, check }) => {
      const entry = file.find(user);
      return (entry && checkPassword(entry, RIGHT_PASSWORD, { platform, server: 'nginx' })) === check;
    });
  }
}

/** Whether two requests differ in nothing but who sends them. */
function isSame(one: ServerRequest, other: ServerRequest): boolean {
  return (
    one.target === other.target &&
    one.host === other.host &&
    one.port === other.port &&
    one.tls === other.tls &&
    one.method === other.method &&
    one.headers.size + other.headers.size === 0
  );
}
