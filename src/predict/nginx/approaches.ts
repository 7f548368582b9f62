import type { Answer, ServerRequest } from '../answer.ts';
import { type Approach, answerFrom, answerRequest, approach, type Server } from './phases.ts';

/** Answers requests; what comes before any login is looked at is gone through once for all who ask the same in a row. */
export class Approaches {
  readonly #server: Server;
  #last: { readonly request: ServerRequest; readonly approach: Approach | null } | null = null;

  constructor(server: Server) {
    this.#server = server;
  }

  answer(request: ServerRequest): Answer {
    if (this.#last === null || !isSame(request, this.#last.request))
      this.#last = { request, approach: approach(this.#server, request) };
    const { approach: known } = this.#last;
    return known ? answerFrom(this.#server, known, request) : answerRequest(this.#server, request);
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
