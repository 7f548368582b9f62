import { type Subnet, sampleAddress } from '../../model/addresses.ts';
import type { Server } from '../../model/apache/servers.ts';
import { emptySettings, type Settings } from '../../model/apache/settings.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Where } from '../../text/source.ts';
import type { Door, Place, Reason, ServerRequest } from '../answer.ts';
import { passes } from '../judge.ts';
import { demandBehind } from './authz.ts';
import { doorsTo } from './doors.ts';
import { hasHeld, reason, type Site } from './exchange.ts';
import type { ApachePlace, ApachePlaceKind } from './facts.ts';
import {
  admissionOf,
  conditionsOf,
  demandsOf,
  exemptionOf,
  isLoginRequirement,
  meaningOf,
  originsOf,
  tellsClients,
  variablesOf,
} from './meaning.ts';
import { isHopeless, placeOf, requestFor, shownTarget, usersAt, withSlash } from './place.ts';
import type { PlaceSource } from './places.ts';
import { samplePattern, sampleRequests } from './samples.ts';
import type { Root, Target } from './ways.ts';

/** Where a draft was found. */
export interface Spot extends Target {
  readonly kind: ApachePlaceKind;
  readonly section: Directive | null;
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
  /** The request that meets its condition, where the one for its URL does not. */
  readonly request?: ServerRequest;
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
  readonly source: PlaceSource;
  readonly roots: ReadonlyMap<string, readonly Root[]>;
  readonly #remote: string;

  constructor(remote: string, source: PlaceSource, roots: ReadonlyMap<string, readonly Root[]>) {
    this.#remote = remote;
    this.source = source;
    this.roots = roots;
  }

  places(drafts: readonly Draft[]): Place[] {
    const places: Place[] = [];
    const seen = new Set<string>();
    // settings without a Require of their own may be there for what stands below
    const lending: [Draft, Place][] = [];
    const asking: FoundPlace[] = [];
    for (const first of drafts) {
      const { where, only } = first;
      const alone = this.#standing(first);
      const draft = alone.condition ? this.#meeting(alone, alone.condition) : alone;
      if (!draft) continue;
      const start = 'source' in where ? where.start : where.line;
      const file = 'source' in where ? where.source.display : where.file;
      const id = `${file}:${start}:${draft.target}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const place = new FoundPlace(id, draft, this);
      if (only && !this.#comes(only, place.request)) continue;
      places.push(place);
      if (only) continue;
      if (isLoginRequirement(meaningOf(draft.own)!)) asking.push(place);
      else lending.push([draft, place]);
    }
    if (lending.length === 0) return places;
    // a .htaccess file is read anew under each override
    const key = ({ source, start }: Directive): string => `${source.path}:${start}`;
    const used = new Set(asking.flatMap((place) => originsOf(place.apache()?.settings ?? null).map(key)));
    const lent = new Set(
      lending.flatMap(([{ own }, place]) => (originsOf(own).some((one) => used.has(key(one))) ? place : [])),
    );
    return places.filter((place) => !lent.has(place));
  }

  /** A draft, for another request where a variable or an expression lets the first one in without a login. */
  #standing(draft: Draft): Draft {
    const { kind, own, server, url } = draft;
    const conditions = conditionsOf(own);
    if (conditions.length > 0) return this.#asking(draft, conditions) ?? draft;
    if (kind !== 'folder' && kind !== 'htaccess') return draft;
    const variables = variablesOf(own);
    if (variables.length === 0 || !this.#passes(draft)) return draft;
    const folder = url.slice(0, url.lastIndexOf('/') + 1);
    const setting = [...server.parts().env, ...(own.rare.env ?? [])].filter(({ sets }) =>
      sets.some(({ name }) => variables.includes(name)),
    );
    const told = (attribute: RegExp): string[] =>
      setting
        .filter((one) => attribute.test(one.attribute))
        .flatMap(({ pattern }) => (pattern && samplePattern(pattern.source)) ?? []);
    const urls = told(/^request_uri$/i).filter((sample) => sample.startsWith(folder));
    const others = [`${folder}index.html`, `${folder}page`, ...urls].map((other) => {
      return { ...draft, url: other, target: shownTarget({ ...draft, url: other }) };
    });
    const request = this.request(draft);
    const hosts = told(/^host$/i).map((host) => {
      return { ...draft, request: { ...request, host: host.toLowerCase() }, target: `${host.toLowerCase()}${url}` };
    });
    return [...others, ...hosts].find((one) => this.#asks(this.request(one))) ?? draft;
  }

  #passes(draft: Draft): boolean {
    return this.source.answer(this.request(draft)).status === 'pass';
  }

  /** Whether a stranger is asked for a login. */
  #asks(request: ServerRequest): boolean {
    const { status, because } = this.source.answer(request);
    return status === 401 || because.some(({ code }) => code === 'apache-form-login-needed');
  }

  /** A draft by a request below its URL for which none of the conditions holds that spare others the login; null: none is found. */
  #asking(draft: Draft, conditions: readonly string[]): Draft | null {
    const request = this.request(draft);
    if (!passes(this.source.answer(request))) return null;
    const below = draft.kind === 'folder' || draft.kind === 'htaccess' ? /[^/]*$/ : /$/;
    const place = request.target.replace(below, '');
    const asked = conditions
      .flatMap((condition) => sampleRequests(condition, request))
      // another client, or another way to connect, is no other part of the site
      .map((sample) => ({ ...request, ...sample, remote: request.remote, tls: request.tls }))
      .find((one) => one.target.startsWith(place) && this.#asks(one));
    if (!asked) return null;
    const host = asked.host === request.host ? null : asked.host;
    return { ...draft, request: asked, target: `${host ?? ''}${asked.target}` };
  }

  /** A draft by a request for which its condition holds: its own, or one that meets what is compared; null: none is found. */
  #meeting(draft: Draft, condition: Directive): Draft | null {
    const request = this.request(draft);
    const holds = (one: ServerRequest): boolean => one.target.startsWith('/') && this.#holds(condition, one);
    if (holds(request)) return draft;
    const samples = sampleRequests(condition.args.map(({ value }) => value).join(' '), request);
    const met = samples.map((sample) => ({ ...request, ...sample })).find(holds);
    return met ? { ...draft, request: met, target: `${met.host ?? ''}${met.target}` } : null;
  }

  #holds(section: Directive, request: ServerRequest): boolean {
    const exchange = this.source.map(request);
    return exchange !== null && hasHeld(exchange, section);
  }

  /** Whether a request gets what makes a place of it. */
  #comes(only: NonNullable<Draft['only']>, request: ServerRequest): boolean {
    const { status, because } = this.source.answer(request);
    if (only === 'broken') return Number(status) >= 500;
    return status === 'pass' && (only === 'open' || because.some(({ code }) => voiding.has(code)));
  }

  /** Whether a piece of a configuration is for TLS, which is turned on where it is taken in. */
  #meansTls(request: ServerRequest, { origin }: Server, own: Settings): boolean {
    if (!this.source.fragment || (origin && request.port !== 443)) return false;
    if (demandsOf(own).some(({ kind }) => kind === 'ssl')) return this.source.answer(request).status === 403;
    const settings = this.source.map(request)?.settings;
    return Boolean(settings?.rare.tlsOnly ?? /^ssl/i.test(settings?.rare.elsewhere?.name ?? ''));
  }

  /** The request for a draft. */
  request(draft: Draft): ServerRequest {
    const { server, own, request: met } = draft;
    if (met) return met;
    const plain = withSlash(this.source, requestFor(this.source, draft, this.#remote));
    const request = this.#meansTls(plain, server, own) ? { ...plain, tls: true } : plain;
    const methods = own.authz?.section?.methods ?? null;
    const some = methods !== null || demandsOf(own).some(({ kind }) => kind === 'method');
    if (!some || !passes(this.source.answer(request))) return request;
    // where reading is open to all, the login is for what comes by another method
    const asked = ['POST', 'PUT', 'DELETE', 'PATCH'].map((method) => ({ ...request, method }));
    return asked.find((one) => !passes(this.source.answer(one))) ?? request;
  }
}

const noRemotes: readonly string[] = [];

/**
 * A place as it was found. There may be tens of thousands, each of which is held to the end; its request is made and
 * mapped when it is first asked for, so that the answers to it start from there.
 */
class FoundPlace implements Place {
  readonly id: string;
  readonly where: Where;
  readonly target: string;
  readonly hint?: Reason;
  readonly exemption?: Reason;
  readonly #asker: Asker;
  /** Null once its request is made. */
  #draft: Draft | null;
  #request: ServerRequest | null = null;
  #remotes: readonly string[] = noRemotes;
  #apache: ApachePlace | null = null;

  constructor(id: string, draft: Draft, asker: Asker) {
    this.id = id;
    this.where = draft.where;
    this.target = draft.target;
    if (draft.hint) this.hint = draft.hint;
    const { own, server } = draft;
    const exempt = exemptionOf(own);
    const message = 'variables of the request tell who needs no login';
    if (exempt && !tellsClients(exempt.variables, [...server.parts().env, ...(own.rare.env ?? [])]))
      this.exemption = reason('apache-condition-unseen', message, exempt.origin);
    this.#asker = asker;
    this.#draft = draft;
  }

  get request(): ServerRequest {
    const draft = this.#draft;
    if (draft) {
      this.#draft = null;
      this.#request = this.#asker.request(draft);
      this.#apache = placeOf(this.#asker.source, draft, this.#request);
      // a rule for addresses may stand above the login
      const remotes = remotesOf(this.#apache?.settings ?? draft.own, this.#asker.source.site);
      if (remotes.size > 0) this.#remotes = [...remotes];
    }
    return this.#request!;
  }

  get remotes(): readonly string[] {
    return this.request && this.#remotes;
  }

  users(): readonly string[] {
    return usersAt(this.#asker.source.site, this.apache());
  }

  isHopeless(user: string): boolean {
    return isHopeless(this.#asker.source.site, this.apache(), user);
  }

  admission(): Reason | null {
    const origin = admissionOf(this.apache()?.settings ?? emptySettings());
    return origin && reason('apache-condition-unseen', 'variables of the request tell who is let in', origin);
  }

  doors(): readonly Door[] {
    return doorsTo(this.#asker.source, this.#asker.roots, this.request, this.apache());
  }

  apache(): ApachePlace | null {
    return this.request && this.#apache;
  }
}

/** Of no network that is set aside for examples, so that it may have a name: which one is not known. */
const namedAddress = '198.18.0.1';

/** Addresses that settings let in, each for all like it. */
function remotesOf(settings: Settings, site: Site): ReadonlySet<string> {
  const demands = demandsOf(settings).flatMap((demand) => {
    const alias = demand.kind === 'alias' ? site.authzAliases.get(demand.name) : undefined;
    const real = alias ? demandBehind(alias, site) : demand;
    return 'kind' in real ? real : [];
  });
  const aliased = demands.flatMap((demand) => (demand.kind === 'ip' ? demand.subnets : []));
  const remotes = new Set([...aliased, ...subnetsOf(settings)].map(sampleAddress));
  const kinds = new Set<string>(demands.map(({ kind }) => kind));
  for (const { rule } of settings.access?.allows ?? []) kinds.add(rule.kind);
  if (kinds.has('local')) remotes.add('127.0.0.1');
  if (kinds.has('host') || kinds.has('forward-dns')) remotes.add(namedAddress);
  return remotes;
}

/** The networks that settings let in. */
export function subnetsOf(settings: Settings): readonly Subnet[] {
  const named = demandsOf(settings).flatMap((demand) => (demand.kind === 'ip' ? demand.subnets : []));
  const allowed = settings.access?.allows.flatMap(({ rule }) => (rule.kind === 'ip' ? rule.subnet : []));
  return allowed ? [...named, ...allowed] : named;
}
