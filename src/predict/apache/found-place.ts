import { sampleAddress } from '../../model/addresses.ts';
import type { Server } from '../../model/apache/servers.ts';
import { emptySettings } from '../../model/apache/settings.ts';
import type { Where } from '../../text/source.ts';
import type { Door, Place, Reason, ServerRequest } from '../answer.ts';
import { doorsTo } from './doors.ts';
import { reason } from './exchange.ts';
import type { ApachePlace } from './facts.ts';
import { admissionOf, demandsOf, exemptionOf, subnetsOf } from './meaning.ts';
import { isHopeless, placeOf, requestFor, usersAt, withSlash } from './place.ts';
import type { Draft, PlaceSource } from './places.ts';
import type { Root } from './ways.ts';

/** What all places of a configuration share. */
export interface Surroundings {
  readonly source: PlaceSource;
  readonly roots: ReadonlyMap<string, readonly Root[]>;
  /** An address that no rule names. */
  readonly remote: string;
}

const noRemotes: readonly string[] = [];

/**
 * A place as it was found. There may be tens of thousands, each of which is held to the end; its request is made and
 * mapped when it is first asked for, so that the answers to it start from there.
 */
export class FoundPlace implements Place {
  readonly id: string;
  readonly where: Where;
  readonly target: string;
  readonly hint?: Reason;
  readonly exemption?: Reason;
  readonly #around: Surroundings;
  /** Null once its request is made. */
  #draft: Draft | null;
  #request: ServerRequest | null = null;
  #apache: ApachePlace | null = null;
  #remotes: readonly string[] = noRemotes;

  constructor(id: string, draft: Draft, around: Surroundings) {
    this.id = id;
    this.where = draft.where;
    this.target = draft.target;
    if (draft.hint) this.hint = draft.hint;
    const exempt = exemptionOf(draft.own);
    const message = 'variables of the request tell who needs no login';
    if (exempt) this.exemption = reason('apache-condition-unseen', message, exempt);
    this.#around = around;
    this.#draft = draft;
  }

  get request(): ServerRequest {
    if (this.#draft) {
      const { source, remote } = this.#around;
      const draft = this.#draft;
      this.#request = requestTo(source, draft, remote);
      this.#apache = placeOf(source, draft, this.#request);
      // a rule for addresses may stand above the login
      const subnets = subnetsOf(this.#apache?.settings ?? draft.own);
      if (subnets.length > 0) this.#remotes = [...new Set(subnets.map(sampleAddress))];
      this.#draft = null;
    }
    return this.#request!;
  }

  get remotes(): readonly string[] {
    return this.request && this.#remotes;
  }

  apache(): ApachePlace | null {
    return this.request && this.#apache;
  }

  users(): readonly string[] {
    return usersAt(this.#around.source.site, this.apache());
  }

  isHopeless(user: string): boolean {
    return isHopeless(this.#around.source.site, this.apache(), user);
  }

  admission(): Reason | null {
    const origin = admissionOf(this.apache()?.settings ?? emptySettings());
    return origin && reason('apache-condition-unseen', 'variables of the request tell who is let in', origin);
  }

  doors(): readonly Door[] {
    const { source, roots } = this.#around;
    return doorsTo(source, roots, this.request, this.apache());
  }
}

/** A request for a place from an address that no rule names. */
export function requestTo(
  source: PlaceSource,
  { server, url, own, request: met }: Draft,
  remote: string,
): ServerRequest {
  if (met) return met;
  const plain = withSlash(source, requestFor(source, server, url, remote));
  const request = meansTls(source, plain, server) ? { ...plain, tls: true } : plain;
  const methods = own.authz?.section?.methods ?? null;
  const some = methods !== null || demandsOf(own).some(({ kind }) => kind === 'method');
  if (!some || source.answer(request).status !== 'pass') return request;
  // where reading is open to all, the login is for what comes by another method
  const asked = ['POST', 'PUT', 'DELETE', 'PATCH'].map((method) => ({ ...request, method }));
  return asked.find((one) => source.answer(one).status !== 'pass') ?? request;
}

/** Whether a piece of a configuration is for TLS, which is turned on where it is taken in. */
function meansTls(source: PlaceSource, request: ServerRequest, { origin }: Server): boolean {
  if (!source.fragment || (origin && request.port !== 443)) return false;
  const settings = source.map(request)?.settings;
  return Boolean(settings?.rare.tlsOnly ?? /^ssl/i.test(settings?.rare.elsewhere?.name ?? ''));
}
