import type { ServerName } from '../../../src/predict/answer.ts';
import type { Setup } from '../case.ts';
import { predictorOf } from '../fixtures.ts';
import { Seeded } from '../seeded.ts';
import { releaseOf } from '../server.ts';
import { changedCase } from './changes.ts';
import { corpusOf } from './corpus.ts';
import { requestsOf } from './requests.ts';

/** Refusals over what lies outside a case: names, accounts, other modules, sockets that nobody asks. */
export const outside =
  /did not answer|host not found|nginx\.pid|bad (?:user|group) name|getpwnam|cannot open|is built-in and can't/;

const requestCount = 40;
const redraws = 5;

/** Cases and fixtures of a server with a few small changes each, by seed. Most of them start. */
export async function* mutated(server: ServerName, first: number, count: number): AsyncIterable<[string, Setup]> {
  const corpus = corpusOf(server);
  for (let seed = first; seed < first + count; seed++) {
    const random = new Seeded(seed);
    const base = random.pick(corpus.bases);
    let { setup, log } = changedCase(base, corpus, random);
    for (let again = 0; again < redraws && !random.once(4); again++) {
      if ((await predictorOf(setup, releaseOf(server))).starts !== 'no') break;
      ({ setup, log } = changedCase(base, corpus, random));
    }
    yield [
      `${server}/${seed} ${base.id} [${log.join(' | ')}]`,
      { ...setup, requests: requestsOf(setup, random, requestCount) },
    ];
  }
}
