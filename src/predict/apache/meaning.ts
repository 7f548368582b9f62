import type { Override } from '../../model/apache/config.ts';
import type { Demand, Requirement } from '../../model/apache/require.ts';
import type { AccessSettings, EnvRule, HostRule, Settings } from '../../model/apache/settings.ts';
import type { Directive } from '../../syntax/tree.ts';

/** What a .htaccess file is read under to see what it means, allowed or not. */
export const everything: Override = {
  classes: new Set(['AuthConfig', 'FileInfo', 'Indexes', 'Limit', 'Options']),
  options: null,
  list: null,
  nonfatal: { override: false, unknown: false },
};

function addLeaves(requirement: Requirement, to: Demand[]): void {
  if (requirement.kind === 'container') for (const child of requirement.children) addLeaves(child, to);
  else if (!requirement.negate) to.push(requirement.demand);
}

const noDemands: readonly Demand[] = [];

/** What the Require lines of settings ask for, negative ones left out. */
export function demandsOf(settings: Settings): readonly Demand[] {
  const section = settings.authz?.section;
  if (!section) return noDemands;
  const demands: Demand[] = [];
  addLeaves(section, demands);
  return demands;
}

const wantsLogin = (demand: Demand): boolean =>
  demand.kind === 'valid-user' ||
  demand.kind === 'user' ||
  demand.kind === 'group' ||
  demand.kind === 'file-owner' ||
  demand.kind === 'file-group' ||
  demand.kind === 'elsewhere' ||
  (demand.kind === 'expr' && demand.wantsUser);

/** Whether settings of their own need a login or mean one. */
export function means(settings: Settings): boolean {
  return meaningOf(settings) !== null;
}

/** Names of what speaks of a login, or may do so for some files or requests. */
const speaking = new Set(
  'authtype authname authuserfile authgroupfile satisfy <files <filesmatch <if <elseif <else'.split(' '),
);

/** Whether a section can speak of a login at all, told by its lines as they stand: most sections do not. */
export function mayMean({ children }: Directive): boolean {
  return (
    children?.some((one) => {
      const name = one.name.toLowerCase();
      return name === 'require' ? isLoginRequirement(one) : speaking.has(name) || mayMean(one);
    }) ?? false
  );
}

/** The directive that makes a place protected: the Require that wants a user, else what speaks of a login. */
export function meaningOf(settings: Settings): Directive | null {
  const { section } = settings.authz ?? {};
  const leaf = section && firstLeaf(section);
  if (leaf) return leaf;
  const type = settings.authn?.type;
  const none = type && type.value.text.toLowerCase() === 'none';
  // a module that looks at tokens where there are any, and lets everybody in by a line that says so
  if (type && !own.test(type.value.text) && grantsAll(settings)) return null;
  if (type && !none) return type.origin;
  if (none) return null;
  return settings.userFile?.origin ?? settings.groupFile?.origin ?? settings.authn?.name?.origin ?? null;
}

const own = /^(?:basic|digest|form|none)$/i;

/** Whether settings say in a line of their own that everybody gets in. */
function grantsAll({ authz }: Settings): boolean {
  return Boolean(
    authz?.section?.children.some(
      (one) =>
        one.kind === 'leaf' && !one.negate && one.methods === null && one.demand.kind === 'all' && one.demand.granted,
    ),
  );
}

/** The AuthType None of settings that ask for nothing of their own; null: there is none. */
export function withoutType(settings: Settings): Directive | null {
  const type = settings.authn?.type;
  return type?.value.text.toLowerCase() === 'none' && !settings.authz?.section ? type.origin : null;
}

/** The line by which settings keep everybody out, login or not; null: they do not. */
export function denialOf(settings: Settings): Directive | null {
  const { authz, access } = settings;
  const only = authz?.section?.children.length === 1 ? authz.section.children[0]! : null;
  if (only?.kind === 'leaf' && !only.negate && only.demand.kind === 'all')
    return only.demand.granted || only.methods ? null : only.origin;
  return authz?.section || !access || access.allows.length > 0 ? null : denyFromAll(access);
}

function denyFromAll({ denies }: AccessSettings): Directive | null {
  return denies.find(({ rule, methods }) => rule.kind === 'all' && methods === null)?.origin ?? null;
}

/** The line by which settings keep strangers out, all of them or those of other addresses; null: they do not. */
export function restrictionOf(settings: Settings): Directive | null {
  const { authz, access } = settings;
  const children = authz?.section?.children ?? [];
  const byAddress = children.every(
    (one) => one.kind === 'leaf' && !one.negate && !one.methods && isAddress(one.demand),
  );
  if (children.length > 0 && byAddress) return children[0]!.origin;
  if (children.length > 0 || !access || access.allows.some(({ rule }) => rule.kind === 'all' || isVariable(rule)))
    return denialOf(settings);
  return denyFromAll(access);
}

const isAddress = ({ kind }: Demand): boolean => kind === 'ip' || kind === 'local' || kind === 'host';

/** Where variables tell which requests get in without the login. */
interface Exemption {
  readonly origin: Directive;
  /** Those of a list of who is kept out; Satisfy Any is written for such exemptions alone. */
  readonly variables: readonly string[];
}

/** The <RequireAll> or, under Satisfy Any, the Deny or Allow by which a variable spares some requests the login; null: none does. */
export function exemptionOf(settings: Settings): Exemption | null {
  const { access } = settings;
  const told = access?.satisfy.at(-1)?.any && [...access.denies, ...access.allows].find(({ rule }) => isVariable(rule));
  if (told) return { origin: told.origin, variables: [] };
  const section = settings.authz?.section ?? null;
  // where nobody is asked to log in there is nothing to be spared
  if (!section || !firstLeaf(section)) return null;
  for (const one of section.children) {
    if (one.kind !== 'container' || one.op !== 'all' || one.negate) continue;
    const variables = one.children.flatMap((part) =>
      part.kind === 'leaf' && part.negate && part.demand.kind === 'env' ? part.demand.names : [],
    );
    if (variables.length > 0 && one.children.every((part) => part.kind === 'leaf' && !wantsLogin(part.demand)))
      return { origin: one.origin!, variables };
  }
  const ofSite = section.children.find(
    (one) =>
      one.kind === 'leaf' &&
      !one.negate &&
      one.demand.kind === 'expr' &&
      !one.demand.wantsUser &&
      [...one.demand.expression.variables].some((name) => siteVariables.has(name)),
  );
  return ofSite ? { origin: ofSite.origin!, variables: [] } : null;
}

/** Variables of expressions that tell parts of a site, and ways to use it. */
const siteVariables = new Set(
  'REQUEST_URI DOCUMENT_URI REQUEST_FILENAME SCRIPT_FILENAME PATH_INFO QUERY_STRING THE_REQUEST REQUEST_METHOD HTTP_HOST SERVER_NAME'.split(
    ' ',
  ),
);

/** The conditions of settings that let in by themselves whom no login is asked of, as written. */
export function conditionsOf(settings: Settings): string[] {
  return demandsOf(settings).flatMap((demand) =>
    demand.kind === 'expr' && !demand.wantsUser ? demand.expression.text : [],
  );
}

const ofClient = /^(?:user-agent|referer|remote_addr|remote_host|x-forwarded-for|x-real-ip)$/i;

/** Whether variables are set for clients that are kept out, and for no part of the site: everybody else gets in. */
export function tellsClients(variables: readonly string[], rules: readonly EnvRule[]): boolean {
  const own = rules.filter(({ sets }) => sets.some(({ name }) => variables.includes(name)));
  return own.length > 0 && own.every(({ attribute }) => ofClient.test(attribute));
}

/** The Allow by which requests of some kind, told by a variable, come past a Deny; null: there is none. */
export function admissionOf({ access }: Settings): Directive | null {
  return access?.allows.find(({ rule }) => isVariable(rule))?.origin ?? null;
}

const isVariable = ({ kind }: HostRule): boolean => kind === 'env' || kind === 'not-env';

/** Names of the variables by which settings tell requests apart. */
export function variablesOf(settings: Settings): string[] {
  const { allows = [], denies = [] } = settings.access ?? {};
  const rules = [...allows, ...denies].flatMap(({ rule }) => ('name' in rule && isVariable(rule) ? rule.name : []));
  return [...(settings.authz?.section ? variablesIn(settings.authz.section) : []), ...rules];
}

function variablesIn(requirement: Requirement): string[] {
  if (requirement.kind === 'container') return requirement.children.flatMap(variablesIn);
  return requirement.demand.kind === 'env' ? [...requirement.demand.names] : [];
}

/** The directives that settings of a login come from. */
export function originsOf(settings: Settings | null): Directive[] {
  const { authn, userFile, groupFile } = settings ?? {};
  return [authn?.type, authn?.name, userFile, groupFile].flatMap((one) => (one ? one.origin : []));
}

/** Whether a directive is a Require that some login meets. */
export function isLoginRequirement({ name, args }: Directive): boolean {
  if (name.toLowerCase() !== 'require') return false;
  const words = args.map(({ value }) => value);
  const [provider] = words[0]?.toLowerCase() === 'not' ? [] : words;
  return provider !== undefined && !asksNobody.has(provider.toLowerCase());
}

/** What a Require may go by beside who asks. */
const asksNobody: ReadonlySet<string> = new Set([
  'all',
  'ip',
  'host',
  'forward-dns',
  'local',
  'method',
  'env',
  'ssl',
  'ssl-verify-client',
]);

function firstLeaf(requirement: Requirement): Directive | null {
  if (requirement.kind === 'leaf')
    return !requirement.negate && wantsLogin(requirement.demand) ? requirement.origin : null;
  for (const child of requirement.children) {
    const found = firstLeaf(child);
    if (found) return found;
  }
  return null;
}
