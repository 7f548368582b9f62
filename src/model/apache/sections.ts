import type { ApacheCommand } from '../../catalog/apache.ts';
import { ACCESS_CONF, OR_ALL, OR_AUTHCFG, PROXY_CONF } from '../../catalog/apache.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import { Words, wordsOf } from '../../syntax/apache-words.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import { compilePattern } from '../regex.ts';
import type { Checker, Complaint } from './check.ts';
import { parseExpression } from './expression.ts';
import { invalidMethod, methodNumber } from './methods.ts';
import type { Place } from './place.ts';
import { GLOBAL_ONLY, NOT_IN_DIR_CONTEXT, NOT_IN_LIMIT, NOT_IN_LOCATION, refusedPlace, within } from './place.ts';
import { isAuthnProvider, isAuthzProvider } from './providers.ts';
import { isUnread, parseDemand } from './require.ts';

/** Checks the opening line of a section and walks what is in it; gives httpd's complaint about the section itself. */
export type SectionCheck = (
  command: ApacheCommand,
  directive: ApacheDirective,
  place: Place,
  checker: Checker,
) => Complaint | null;

const wrong = (message: string): Complaint => ({ code: 'apache-section-argument', message });
const refuse = (message: string): Complaint => ({ code: 'apache-directive-not-allowed', message });
const badRegex: Complaint = { code: 'apache-regex-invalid', message: 'Regex could not be compiled' };

/** The inside of a section that has a configuration of its own. */
function inside(directive: ApacheDirective, place: Place, override: number): Place {
  return within(place, directive, {
    override,
    path: true,
    require: 'any',
    scope: { condition: null },
    fragment: false,
  });
}

/** The words of an opening line, with the complaints that all sections share; a string is a complaint. */
function opening(command: ApacheCommand, directive: ApacheDirective): Words | Complaint {
  const raw = directive.sectionRaw;
  if (raw === null) return wrong(`${command.name}> directive missing closing '>'`);
  if (raw === '') return wrong(`${command.name}> directive requires additional arguments`);
  return new Words(raw, 0, raw.length);
}

/** <Directory>, <Location>, <Files>, <Proxy> and their Match forms: dirsection, urlsection, filesection, proxysection. */
function pathSection(
  forbidden: number,
  match: boolean,
  insensitive: boolean,
  override = OR_ALL | ACCESS_CONF,
): SectionCheck {
  return (command, directive, place, checker) => {
    const refused = refusedPlace(command, forbidden, place);
    if (refused !== null) return refuse(refused);
    const words = opening(command, directive);
    if ('code' in words) return words;
    words.next();
    let pattern = match ? words.value : null;
    if (!match && words.value === '~') {
      words.next();
      pattern = words.value;
    }
    if (pattern !== null && compilePattern(pattern, insensitive) === null) return badRegex;
    const files = (forbidden & NOT_IN_LOCATION) !== 0 && (forbidden & NOT_IN_DIR_CONTEXT) !== NOT_IN_DIR_CONTEXT;
    // within another section of directory kind <Files> keeps what is allowed there
    const bits = files && place.path === true ? place.override : override;
    checker.walk(directive.children!, inside(directive, place, bits));
    return words.at < words.to ? wrong(`Multiple ${command.name}> arguments not (yet) supported.`) : null;
  };
}

/** <If>, <ElseIf>, <Else> (ifsection). */
function conditional(kind: 'if' | 'elseif' | 'else'): SectionCheck {
  return (command, directive, place, checker) => {
    const refused = refusedPlace(command, NOT_IN_LIMIT, place);
    if (refused !== null) return refuse(refused);
    const raw = directive.sectionRaw;
    if (raw === null) return wrong(`${command.name}> directive missing closing '>'`);
    let more = false;
    if (kind === 'else') {
      if (raw !== '') return wrong('<Else> does not take an argument');
    } else {
      if (raw === '') return wrong(`${command.name}> directive requires additional arguments`);
      const words = new Words(raw, 0, raw.length);
      words.next();
      const parsed = parseExpression(words.value, { modules: checker.modules, restricted: place.htaccess });
      if (parsed.error !== undefined && words.value.includes(hole)) {
        const message = 'the condition that the template makes cannot be told';
        checker.unseen.push({ what: 'condition', message, span: directive });
      } else if (parsed.error !== undefined) {
        return {
          code: 'apache-expression-invalid',
          message: `Cannot parse condition clause: ${printable(parsed.error)}`,
        };
      }
      more = words.at < words.to;
    }
    checker.walk(
      directive.children!,
      inside(directive, place, place.path === true ? place.override : OR_ALL | ACCESS_CONF),
    );
    const { scope } = place;
    if (kind !== 'if' && scope.condition !== 'if') {
      return wrong('<Else> or <ElseIf> section without previous <If> or <ElseIf> section in same scope');
    }
    scope.condition = kind === 'else' ? 'else' : 'if';
    return more ? wrong(`Multiple ${command.name}> arguments not supported.`) : null;
  };
}

/** <Limit> and <LimitExcept> (ap_limit_section). */
function limit(except: boolean): SectionCheck {
  return (command, directive, place, checker) => {
    const words = opening(command, directive);
    if ('code' in words) return words;
    let limited = 0n;
    while (words.next()) {
      const number = methodNumber(words.value);
      if (words.value === 'TRACE' && !except) return wrong('TRACE cannot be controlled by <Limit>, see TraceEnable');
      if (number === invalidMethod && place.htaccess) {
        return wrong(
          `Could not register method '${printable(words.value)}' for ${command.name} from .htaccess configuration`,
        );
      }
      limited |= 1n << BigInt(number === invalidMethod ? registered(words.value) : number);
    }
    if (except) limited = ~limited;
    const left = place.limited & limited;
    if (left === 0n) return wrong(`${command.name}> directive excludes all methods`);
    if (left === place.limited) return wrong(`${command.name}> directive specifies methods already excluded`);
    checker.walk(directive.children!, within(place, directive, { limited: left }));
    return null;
  };
}

/** Numbers of methods that only a configuration knows. */
const registry = new Map<string, number>();
function registered(method: string): number {
  const known = registry.get(method);
  if (known !== undefined) return known;
  const number = invalidMethod + 1 + (registry.size % 30);
  registry.set(method, number);
  return number;
}

const virtualHost: SectionCheck = (command, directive, place, checker) => {
  const refused = refusedPlace(command, GLOBAL_ONLY, place);
  if (refused !== null) return refuse(refused);
  const words = opening(command, directive);
  if ('code' in words) return words;
  while (words.next()) {
    const port = /:(\d+)$/.exec(words.value)?.[1];
    if (port !== undefined && (Number(port) < 1 || Number(port) > 65535)) {
      return wrong('The address or port is invalid');
    }
  }
  const scope = { condition: null };
  checker.walk(directive.children!, within(place, directive, { virtual: true, scope, fragment: false }));
  return null;
};

/** <RequireAll>, <RequireAny>, <RequireNone> (add_authz_section, mod_authz_core.c). */
function requirement(kind: 'any' | 'all' | 'none'): SectionCheck {
  return (command, directive, place, checker) => {
    const raw = directive.sectionRaw;
    if (raw === null) return wrong(`${command.name}> directive missing closing '>'`);
    if (raw !== '') return wrong(`${command.name}> directive doesn't take additional arguments`);
    const limited = place.limited & ~(1n << 63n);
    checker.walk(directive.children!, within(place, directive, { override: OR_AUTHCFG, limited, require: kind }));
    if (kind === 'all' && place.require !== 'all') checker.conjunctions.push(directive);
    const found = hasRequirement(directive);
    const title = `<Require${kind === 'any' ? 'Any' : kind === 'all' ? 'All' : 'None'}>`;
    if (!found) {
      return { code: 'apache-require-no-effect', message: `${title} directive contains no authorization directives` };
    }
    if (kind === 'none' && place.require !== 'all') {
      const around = place.require === 'any' ? '<RequireAny>' : '<RequireNone>';
      return { code: 'apache-require-no-effect', message: `${title} directive has no effect in ${around} directive` };
    }
    return null;
  };
}

/** Whether a container holds any requirement, also within <Limit>. */
function hasRequirement(directive: ApacheDirective): boolean {
  return directive.children!.some((child) => {
    const name = child.name.toLowerCase();
    if (name.startsWith('<limit')) return hasRequirement(child);
    return isUnread(child) || /^(?:require|<require(?:all|any|none))$/.test(name);
  });
}

/** <AuthnProviderAlias> and <AuthzProviderAlias> (mod_authn_core.c, mod_authz_core.c). */
function alias(kind: 'authn' | 'authz'): SectionCheck {
  return (command, directive, place, checker) => {
    const refused = refusedPlace(command, GLOBAL_ONLY, place);
    if (refused !== null) return refuse(refused);
    const raw = directive.sectionRaw;
    if (raw === null) return wrong(`${command.name}> directive missing closing '>'`);
    const [provider = '', name = '', args = ''] = wordsOf(raw);
    if (provider === '' || name === '') return wrong(`${command.name}> directive requires additional arguments`);
    if (kind === 'authn') {
      if (provider.toLowerCase() === name.toLowerCase()) {
        return wrong('The alias provider name must be different from the base provider name.');
      }
      if (isAuthnProvider(name, checker)) {
        return wrong(
          `The alias provider ${printable(name)} has already be registered previously as either a base provider or an ` +
            'alias provider.',
        );
      }
    }
    const override = OR_AUTHCFG | ACCESS_CONF;
    checker.walk(directive.children!, within(place, directive, { override, scope: { condition: null } }));
    if (kind === 'authn') {
      if (!isAuthnProvider(provider, checker)) {
        return { code: 'apache-provider-unknown', message: `Unknown Authn provider: ${printable(provider)}` };
      }
      checker.authnAliases.add(name);
    } else {
      if (!isAuthzProvider(provider, checker)) {
        return { code: 'apache-provider-unknown', message: `Unknown Authz provider: ${printable(provider)}` };
      }
      const demand = parseDemand(provider, args, checker);
      if ('message' in demand) {
        return {
          code: 'apache-require-invalid',
          message: `Can't parse 'Require ${printable(provider)} ${printable(args)}': ${demand.message}`,
        };
      }
      checker.authzAliases.add(name);
    }
    return null;
  };
}

/** By lower-case name. */
export const sections: ReadonlyMap<string, SectionCheck> = new Map<string, SectionCheck>([
  ['<directory', pathSection(NOT_IN_DIR_CONTEXT, false, false)],
  ['<directorymatch', pathSection(NOT_IN_DIR_CONTEXT, true, false)],
  ['<location', pathSection(NOT_IN_DIR_CONTEXT, false, false)],
  ['<locationmatch', pathSection(NOT_IN_DIR_CONTEXT, true, false)],
  ['<files', pathSection(NOT_IN_LOCATION | NOT_IN_LIMIT, false, false)],
  ['<filesmatch', pathSection(NOT_IN_LOCATION | NOT_IN_LIMIT, true, false)],
  ['<proxy', pathSection(NOT_IN_DIR_CONTEXT, false, false, OR_ALL | ACCESS_CONF | PROXY_CONF)],
  ['<proxymatch', pathSection(NOT_IN_DIR_CONTEXT, true, false, OR_ALL | ACCESS_CONF | PROXY_CONF)],
  ['<if', conditional('if')],
  ['<elseif', conditional('elseif')],
  ['<else', conditional('else')],
  ['<limit', limit(false)],
  ['<limitexcept', limit(true)],
  ['<virtualhost', virtualHost],
  ['<requireall', requirement('all')],
  ['<requireany', requirement('any')],
  ['<requirenone', requirement('none')],
  ['<authnprovideralias', alias('authn')],
  ['<authzprovideralias', alias('authz')],
]);

/** What is only complained of once everything is read: <RequireAll> of nothing but negatives (authz_core_check_config). */
export function checkConjunctions(checker: Checker): void {
  for (const directive of checker.conjunctions) {
    if (!hasRequirement(directive) || hasPositive(directive)) continue;
    const message = '<RequireAll> directive contains only negative authorization directives';
    checker.complain({ code: 'apache-require-no-effect', message }, directive);
  }
}

/** Whether something in a <RequireAll> can grant; one within it is part of it, and <RequireNone> only denies. */
function hasPositive(directive: ApacheDirective): boolean {
  return directive.children!.some((child) => {
    const name = child.name.toLowerCase();
    if (name === 'require') return child.args[0]?.value.toLowerCase() !== 'not';
    if (isUnread(child)) return true;
    if (name === '<requireall' || name.startsWith('<limit')) return hasPositive(child);
    return name === '<requireany' && hasRequirement(child);
  });
}
