import { joinMethods } from './methods.ts';
import type { RequireContainer } from './require.ts';
import { mergeRewrite } from './rewrite-rules.ts';
import { mergeForm, mergeSession } from './session.ts';
import {
  type AuthzSettings,
  type CoreSettings,
  emptyCore,
  noRare,
  type OptionBits,
  type RareSettings,
  type Settings,
} from './settings.ts';

/**
 * Per-directory settings merged as ap_merge_per_dir_configs does: each module by its own merge function, or, where it
 * has none, the newer alone. The same two give the same object again, so that equal walks give identical results.
 */
export function mergeSettings(base: Settings, over: Settings): Settings {
  const known = knownMerge(base, over);
  if (known) return known;
  const merged = mergeAnew(base, over);
  if (!over.merged) over.merged = [base, merged];
  else {
    if (over.merged.length >= mergeLimit * 2) over.merged.splice(0, 2);
    over.merged.push(base, merged);
  }
  return merged;
}

/** The same for who keeps the result: nothing is remembered. */
export function mergeAnew(base: Settings, over: Settings): Settings {
  return {
    core: mergeCore(base.core, over.core),
    authn:
      base.authn && over.authn
        ? { type: over.authn.type ?? base.authn.type, name: over.authn.name ?? base.authn.name }
        : (over.authn ?? base.authn),
    userFile: over.userFile ?? base.userFile,
    groupFile: over.groupFile ?? base.groupFile,
    authz: base.authz && over.authz ? mergeAuthz(base.authz, over.authz) : (over.authz ?? base.authz),
    access: over.access ?? base.access,
    basic:
      base.basic && over.basic
        ? {
            providers: over.basic.providers ?? base.basic.providers,
            authoritative: over.basic.authoritative ?? base.basic.authoritative,
            digestAlgorithm: over.basic.digestAlgorithm ?? base.basic.digestAlgorithm,
          }
        : (over.basic ?? base.basic),
    rewrite: base.rewrite && over.rewrite ? mergeRewrite(base.rewrite, over.rewrite) : (over.rewrite ?? base.rewrite),
    rare: mergeRare(base.rare, over.rare),
    merged: null,
  };
}

function mergeRare(base: RareSettings, over: RareSettings): RareSettings {
  if (over === noRare || base === noRare) return over === noRare ? base : over;
  return {
    digest: over.digest ?? base.digest,
    anonymous: over.anonymous ?? base.anonymous,
    // mod_authnz_ldap and mod_authn_dbm have no merge; mod_authn_dbd takes field by field
    ldap: over.ldap ?? base.ldap,
    dbd: over.dbd?.where ? over.dbd : (base.dbd ?? over.dbd),
    dbm: over.dbm ?? base.dbm,
    form: base.form && over.form ? mergeForm(base.form, over.form) : (over.form ?? base.form),
    session: base.session && over.session ? mergeSession(base.session, over.session) : (over.session ?? base.session),
    alias:
      base.alias && over.alias
        ? {
            redirects: [...over.alias.redirects, ...base.alias.redirects],
            redirect: over.alias.redirect ?? base.alias.redirect,
            alias: over.alias.alias ?? base.alias.alias,
            preservePath: over.alias.preservePath ?? base.alias.preservePath,
          }
        : (over.alias ?? base.alias),
    index:
      base.index && over.index
        ? {
            names: over.index.names ?? base.index.names,
            slash: over.index.slash ?? base.index.slash,
            checkHandler: over.index.checkHandler ?? base.index.checkHandler,
            redirect: over.index.redirect ?? base.index.redirect,
            fallback: over.index.fallback ?? base.index.fallback,
          }
        : (over.index ?? base.index),
    env: base.env && over.env ? [...base.env, ...over.env] : (over.env ?? base.env),
    lateEnv: base.lateEnv && over.lateEnv ? [...base.lateEnv, ...over.lateEnv] : (over.lateEnv ?? base.lateEnv),
    tlsOnly: over.tlsOnly ?? base.tlsOnly,
    methods: over.methods ?? base.methods,
    proxy: over.proxy ?? base.proxy,
    elsewhere: over.elsewhere ?? base.elsewhere,
    unread: over.unread ?? base.unread,
    svnAccess: over.svnAccess ?? base.svnAccess,
  };
}

/** How many merges of the same settings are remembered: most have one base, and a request and its subrequests a few. */
const mergeLimit = 64;

function knownMerge(base: Settings, { merged }: Settings): Settings | null {
  if (merged) for (let at = merged.length - 2; at >= 0; at -= 2) if (merged[at] === base) return merged[at + 1]!;
  return null;
}

/** core.c, merge_core_dir_configs. */
function mergeCore(base: CoreSettings, over: CoreSettings): CoreSettings {
  if (over === emptyCore) return base;
  return {
    options: mergeOptions(base.options, over.options),
    override: over.override ?? base.override,
    overrideOptions: over.overrideOptions === undefined ? base.overrideOptions : over.overrideOptions,
    overrideList: over.overrideList ?? base.overrideList,
    errorDocuments:
      base.errorDocuments && over.errorDocuments
        ? new Map([...base.errorDocuments, ...over.errorDocuments])
        : (over.errorDocuments ?? base.errorDocuments),
    files: over.files.length > 0 ? base.files.concat(over.files) : base.files,
    ifs: over.ifs.length > 0 ? base.ifs.concat(over.ifs) : base.ifs,
    encodedSlashes: over.encodedSlashes ?? base.encodedSlashes,
    pathInfo: over.pathInfo ?? base.pathInfo,
    handler: over.handler ?? base.handler,
    canonicalName: over.canonicalName ?? base.canonicalName,
  };
}

export function mergeOptions(base: OptionBits, over: OptionBits): OptionBits {
  if (over.outright !== null) return over;
  const add = (base.add & ~over.remove) | over.add;
  const remove = (base.remove & ~over.add) | over.remove;
  return { outright: base.outright === null ? null : (base.outright & ~remove) | add, add, remove };
}

/** The bits in force; nothing said means FollowSymLinks. */
export function effectiveOptions(bits: OptionBits, standard: number): number {
  return bits.outright ?? (standard & ~bits.remove) | bits.add;
}

/** mod_authz_core.c, merge_authz_core_dir_config. */
function mergeAuthz(base: AuthzSettings, over: AuthzSettings): AuthzSettings {
  const forbidden = over.forbidden ?? base.forbidden;
  if (over.merging === null && !over.section && base.section) return { ...base, forbidden };
  if (over.merging === 'off' || over.merging === null || (!base.section && !over.section))
    return { ...over, forbidden };
  let section = over.section ?? base.section;
  if (base.section && over.section) {
    const both: RequireContainer = {
      kind: 'container',
      op: over.merging === 'and' ? 'all' : 'any',
      negate: false,
      methods: joinMethods(base.section.methods, over.section.methods),
      children: [base.section, over.section],
      origin: null,
    };
    section = both;
  }
  return { section, merging: over.merging, forbidden };
}
