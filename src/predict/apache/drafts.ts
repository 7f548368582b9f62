import { type Subnet, sampleAddress } from '../../model/addresses.ts';
import type { Server } from '../../model/apache/servers.ts';
import { emptySettings, type Settings } from '../../model/apache/settings.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Where } from '../../text/source.ts';
import type { Door, Place, Reason, ServerRequest } from '../answer.ts';
import { doorsTo } from './doors.ts';
import { hasHeld, reason } from './exchange.ts';
import type { ApachePlace, ApachePlaceKind } from './facts.ts';
import {
  admissionOf,
  demandsOf,
  exemptionOf,
  isLoginRequirement,
  meaningOf,
  originsOf,
  variablesOf,
} from './meaning.ts';
import { isHopeless, placeOf, requestFor, shownTarget, usersAt, withSlash } from './place.ts';
import type { PlaceSource } from './places.ts';
import { samplePattern, sampleRequests } from './samples.ts';
import type { Root } from './ways.ts';

/** Where a draft was found. */
export interface Spot {
  readonly kind: ApachePlaceKind;
  readonly section: Directive | null;
  readonly server: Server;
  readonly url: string;
  /** The `<If>` that must hold. */
  readonly condition?: Directive;
}

/** What may be a place, as the configuration has it. */
export interface Draft extends Spot {
  readonly where: Where;
  readonly own: Settings;
  readonly target: string;
  /** What must come of it, for it to be a place: a 500, an open door, or that what should keep strangers out does not. */
  readonly only?: 'broken' | 'shut' | 'open';
  readonly hint?: Reason;
}

/** Why lines that should keep strangers out do not. */
const voiding: ReadonlySet<Reason['code']> = new Set([
  'apache-htaccess-ignored',
  'apache-satisfy-any',
  'apache-satisfy-any-granted',
]);

/** The places that come of drafts, asked from an address that no rule names. */
export function placesOf(
  drafts: readonly Draft[],
  remote: string,
  source: PlaceSource,
  roots: ReadonlyMap<string, readonly Root[]>,
): Place[] {
  return new Asker(remote, source, roots).places(drafts);
}

class Asker {
  readonly #remote: string;
  readonly #source: PlaceSource;
  readonly #roots: ReadonlyMap<string, readonly Root[]>;

  constructor(remote: string, source: PlaceSource, roots: ReadonlyMap<string, readonly Root[]>) {
    this.#remote = remote;
    this.#source = source;
    this.#roots = roots;
  }

  places(drafts: readonly Draft[]): Place[] {
    const remote = this.#remote;
    const places: Place[] = [];
    const seen = new Set<string>();
    // settings without a Require of their own may be there for what stands below
    const lending: [Draft, Place][] = [];
    const asking: FoundPlace[] = [];
    for (const first of drafts) {
      const { where, only } = first;
      const alone = this.#standing(first, remote);
      const plain = this.#request(alone, remote);
      const request = alone.condition ? this.#meeting(alone.condition, plain) : plain;
      if (!request) continue;
      const draft = request === plain ? alone : { ...alone, target: `${request.host ?? ''}${request.target}` };
      const start = 'source' in where ? where.start : where.line;
      const file = 'source' in where ? where.source.display : where.file;
      const id = `${file}:${start}:${draft.target}`;
      if (seen.has(id)) continue;
      seen.add(id);
      if (only && !this.#comes(only, request)) continue;
      const place = new FoundPlace(id, draft, request, this.#source, this.#roots);
      places.push(place);
      if (only) continue;
      if (isLoginRequirement(meaningOf(draft.own)!)) asking.push(place);
      else lending.push([draft, place]);
    }
    if (lending.length === 0) return places;
    const used = new Set(asking.flatMap((place) => originsOf(place.apache()?.settings ?? null)));
    const lent = new Set(
      lending.flatMap(([{ own }, place]) => (originsOf(own).some((one) => used.has(one)) ? place : [])),
    );
    return places.filter((place) => !lent.has(place));
  }

  /** A draft, for another URL where a variable lets the first one in without a login. */
  #standing(draft: Draft, remote: string): Draft {
    const { kind, own, server, url } = draft;
    if (kind !== 'folder' && kind !== 'htaccess') return draft;
    const variables = variablesOf(own);
    if (variables.length === 0 || !this.#passes(draft, remote)) return draft;
    const folder = url.slice(0, url.lastIndexOf('/') + 1);
    const told = [...server.parts().env, ...(own.rare.env ?? [])]
      .filter(
        ({ attribute, sets }) => /^request_uri$/i.test(attribute) && sets.some(({ name }) => variables.includes(name)),
      )
      .flatMap(({ pattern }) => (pattern && samplePattern(pattern.source)) ?? [])
      .filter((sample) => sample.startsWith(folder));
    const others = [`${folder}index.html`, `${folder}page`, ...told].map((other) => {
      return { ...draft, url: other, target: shownTarget(server, other) };
    });
    return others.find((one) => !this.#passes(one, remote)) ?? draft;
  }

  #passes(draft: Draft, remote: string): boolean {
    return this.#source.answer(this.#request(draft, remote)).status === 'pass';
  }

  /** A request for which the condition of a draft holds: its own, or one that meets what is compared; null: none is found. */
  #meeting(condition: Directive, request: ServerRequest): ServerRequest | null {
    const samples = sampleRequests(condition.args.map(({ value }) => value).join(' '));
    const tries = [request, ...samples.map((sample) => ({ ...request, ...sample }))];
    return tries.find((one) => one.target.startsWith('/') && this.#holds(condition, one)) ?? null;
  }

  #holds(section: Directive, request: ServerRequest): boolean {
    const exchange = this.#source.map(request);
    return exchange !== null && hasHeld(exchange, section);
  }

  /** Whether a request gets what makes a place of it. */
  #comes(only: NonNullable<Draft['only']>, request: ServerRequest): boolean {
    const { status, because } = this.#source.answer(request);
    if (only === 'broken') return Number(status) >= 500;
    return status === 'pass' && (only === 'open' || because.some(({ code }) => voiding.has(code)));
  }

  /** Whether a piece of a configuration is for TLS, which is turned on where it is taken in. */
  #meansTls(request: ServerRequest, { origin }: Server): boolean {
    if (!this.#source.fragment || (origin && request.port !== 443)) return false;
    const settings = this.#source.map(request)?.settings;
    return Boolean(settings?.rare.tlsOnly ?? /^ssl/i.test(settings?.rare.elsewhere?.name ?? ''));
  }

  #request({ server, url, own }: Draft, remote: string): ServerRequest {
    const plain = withSlash(this.#source, requestFor(this.#source, server, url, remote));
    const request = this.#meansTls(plain, server) ? { ...plain, tls: true } : plain;
    const methods = own.authz?.section?.methods ?? null;
    const some = methods !== null || demandsOf(own).some(({ kind }) => kind === 'method');
    if (!some || this.#source.answer(request).status !== 'pass') return request;
    // where reading is open to all, the login is for what comes by another method
    const asked = ['POST', 'PUT', 'DELETE', 'PATCH'].map((method) => ({ ...request, method }));
    return asked.find((one) => this.#source.answer(one).status !== 'pass') ?? request;
  }
}

/** A place as it was found. There may be tens of thousands, each of which is held to the end. */
class FoundPlace implements Place {
  readonly id: string;
  readonly where: Where;
  readonly target: string;
  readonly request: ServerRequest;
  readonly remotes: readonly string[];
  readonly hint?: Reason;
  readonly exemption?: Reason;
  readonly #source: PlaceSource;
  readonly #roots: ReadonlyMap<string, readonly Root[]>;
  readonly #apache: ApachePlace | null;

  constructor(
    id: string,
    draft: Draft,
    request: ServerRequest,
    source: PlaceSource,
    roots: ReadonlyMap<string, readonly Root[]>,
  ) {
    this.id = id;
    this.where = draft.where;
    this.target = draft.target;
    this.request = request;
    if (draft.hint) this.hint = draft.hint;
    const exempt = exemptionOf(draft.own);
    const message = 'variables of the request tell who needs no login';
    if (exempt) this.exemption = reason('apache-condition-unseen', message, exempt);
    this.#source = source;
    this.#roots = roots;
    this.#apache = placeOf(source, draft, request);
    // a rule for addresses may stand above the login
    const subnets = subnetsOf(this.#apache?.settings ?? draft.own);
    this.remotes = subnets.length === 0 ? noRemotes : [...new Set(subnets.map(sampleAddress))];
  }

  users(): readonly string[] {
    return usersAt(this.#source.site, this.#apache);
  }

  isHopeless(user: string): boolean {
    return isHopeless(this.#source.site, this.#apache, user);
  }

  admission(): Reason | null {
    const origin = admissionOf(this.#apache?.settings ?? emptySettings());
    return origin && reason('apache-condition-unseen', 'variables of the request tell who is let in', origin);
  }

  doors(): readonly Door[] {
    return doorsTo(this.#source, this.#roots, this.request, this.#apache);
  }

  apache(): ApachePlace | null {
    return this.#apache;
  }
}

const noRemotes: readonly string[] = [];

/** The networks that settings let in. */
export function subnetsOf(settings: Settings): readonly Subnet[] {
  const named = demandsOf(settings).flatMap((demand) => (demand.kind === 'ip' ? demand.subnets : []));
  const allowed = settings.access?.allows.flatMap(({ rule }) => (rule.kind === 'ip' ? rule.subnet : []));
  return allowed ? [...named, ...allowed] : named;
}
