import {
  authnProviderModules,
  authzProviderModules,
  foreignAuthnProviders,
  foreignAuthzProviders,
} from '../../catalog/providers.ts';
import { nearest } from '../../text/nearest.ts';
import type { Checking } from './check.ts';
import { isKnownModule } from './modules.ts';

/** Names of the providers that httpd ships: of passwords, and of what Require may ask for. */
export const authnProviders: readonly string[] = Object.keys(authnProviderModules);
export const authzProviders: readonly string[] = Object.keys(authzProviderModules);

type Known = Pick<Checking, 'modules' | 'authnAliases' | 'authzAliases'>;

const loaded = (module: string, { modules }: Known): boolean => modules === null || modules.has(module);

/** Whether a module that httpd does not ship may bring a provider that nothing is known of. */
export function hasForeignModule({ modules }: Pick<Known, 'modules'>): boolean {
  return modules !== null && [...modules].some((module) => !isKnownModule(module));
}

/** Whether a name (compared with letter case) is a provider of passwords or an alias of one. */
export function isAuthnProvider(name: string, known: Known): boolean {
  if (known.authnAliases.has(name) || hasForeignModule(known)) return true;
  if (known.modules === null && isForeign(name, foreignAuthnProviders, authnProviders)) return true;
  return Object.hasOwn(authnProviderModules, name) && loaded(authnProviderModules[name]!.module, known);
}

/** The module of httpd that has a provider of passwords or of requirements; null: none of its own has. */
export function moduleOfProvider(name: string): string | null {
  if (Object.hasOwn(authnProviderModules, name)) return authnProviderModules[name]!.module;
  return Object.hasOwn(authzProviderModules, name) ? authzProviderModules[name]! : null;
}

/** Whether a provider can serve a scheme; true for those that nothing is known of. */
export function servesScheme(name: string, scheme: 'basic' | 'digest' | 'form'): boolean {
  // a form gives the password itself, as Basic does
  return (
    !Object.hasOwn(authnProviderModules, name) || authnProviderModules[name]![scheme === 'form' ? 'basic' : scheme]
  );
}

/**
 * Whether a provider that httpd does not ship may be meant where neither all modules nor all files are in sight: one of
 * a well-known module, or an alias, whose name people put together of words. A slip of the pen is none.
 */
function isForeign(name: string, wellKnown: ReadonlySet<string>, own: readonly string[]): boolean {
  return wellKnown.has(name) || (/^[a-z]\w*(?:-\w+)+$/i.test(name) && nearest(name, own).length === 0);
}

/** The same of a requirement. */
export function isForeignRequirement(name: string): boolean {
  return isForeign(name, foreignAuthzProviders, authzProviders);
}

/** Whether a name is something that Require may ask for, or an alias of it. */
export function isAuthzProvider(name: string, known: Known): boolean {
  if (known.authzAliases.has(name) || hasForeignModule(known)) return true;
  if (known.modules === null && isForeignRequirement(name)) return true;
  return Object.hasOwn(authzProviderModules, name) && loaded(authzProviderModules[name]!, known);
}
