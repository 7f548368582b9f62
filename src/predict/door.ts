import type { Answer, ServerRequest } from './answer.ts';

/** What a request comes to by, whoever logs in; null where its headers may count. */
export function doorKey({ method, host, port, tls, target, remote, headers }: ServerRequest): string | null {
  // joined: a template would leave a tree of its pieces, which are kept as long as the key
  return headers.size > 0 ? null : [method, host ?? '\0', port, tls, remote, target].join(' ');
}

/** How many answers are remembered. */
const answerLimit = 50_000;

/** Answers that were given in a run: places, their doors and the rules ask for the same ones. */
export class Answers {
  readonly #known = new Map<string, Answer>();

  /** The answer to a request, `make` making it where it is not known; only a stranger's is kept: logins are tried once. */
  give({ credentials }: ServerRequest, door: string | null, make: () => Answer): Answer {
    if (door === null || credentials) return make();
    const known = this.#known.get(door);
    if (known) return known;
    const answer = make();
    if (this.#known.size >= answerLimit) this.#known.clear();
    this.#known.set(door, answer);
    return answer;
  }
}
