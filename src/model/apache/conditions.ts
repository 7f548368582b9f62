import { absent } from '../../host/host.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import { wordsOf } from '../../syntax/apache-words.ts';
import { nearest } from '../../text/nearest.ts';
import type { Expansion } from './expand.ts';
import { commandsLoaded, isKnownModule, moduleMeant, usualModules } from './modules.ts';
import { testVersion } from './version.ts';

/** Whether the directives inside a condition count. `unseen`: what the decision had to be guessed without. */
export interface Decision {
  readonly holds: boolean;
  readonly error: string | null;
  readonly unseen: string | null;
}

/** Decides <IfModule>, <IfDefine>, <IfFile>, <IfDirective>, <IfSection> and <IfVersion> (server/core.c, mod_version.c). */
export function decide(
  name: string,
  directive: ApacheDirective,
  args: readonly string[],
  state: Pick<Expansion, 'modules' | 'defines' | 'host' | 'path'>,
): Decision {
  if (name === '<ifversion') {
    const answer = testVersion(args);
    return typeof answer === 'boolean' ? decided(answer) : failed(answer.error);
  }
  const written = directive.sectionRaw;
  const tag = directiveTag(name);
  if (written === null) return failed(`${tag}> directive missing closing '>'`);
  const not = written.startsWith('!');
  const argument = wordsOf(not ? written.slice(1) : written)[0] ?? '';
  if (argument === '') return failed(`${tag}> directive requires additional arguments`);
  const answer = test(name, argument, state);
  return { holds: answer.holds !== not, error: null, unseen: answer.unseen };
}

function test(name: string, argument: string, state: Parameters<typeof decide>[3]): Decision {
  switch (name) {
    case '<ifdefine':
      return decided(state.defines.has(argument));
    case '<ifdirective':
      return decided(commandsLoaded(argument.toLowerCase(), state.modules).length > 0);
    case '<ifsection':
      return decided(commandsLoaded(`<${argument.toLowerCase()}`, state.modules).length > 0);
    case '<iffile': {
      const path = state.path(argument);
      const stat = path === null ? 'invisible' : state.host.stat(path);
      const unseen = stat === 'invisible' ? `whether ${argument} exists is not visible` : null;
      return { holds: !absent(stat), error: null, unseen };
    }
    default: {
      const module = moduleMeant(argument);
      if (module === null) return decided(false);
      if (state.modules) return decided(state.modules.has(module));
      const holds = usualModules.has(module);
      // nobody has a module of a name that is a slip of a usual one
      const slip = !isKnownModule(module) && nearest(module, usualModules, 1).length > 0;
      const sure = holds || slip || bygoneModules.has(module);
      return { holds, error: null, unseen: sure ? null : `whether ${argument} is loaded is not visible` };
    }
  }
}

/** Modules of the access and logins of httpd 1.3 to 2.2, which 2.4 has under other names. */
const bygoneModules: ReadonlySet<string> = new Set(
  'mod_access mod_auth mod_auth_anon mod_auth_db mod_auth_dbm mod_auth_ldap mod_authn_alias mod_authn_default mod_authz_default'.split(
    ' ',
  ),
);

const tags: Readonly<Record<string, string>> = {
  '<ifmodule': '<IfModule',
  '<ifdefine': '<IfDefine',
  '<iffile': '<IfFile',
  '<ifdirective': '<IfDirective',
  '<ifsection': '<IfSection',
};

function directiveTag(name: string): string {
  return tags[name] ?? name;
}

function decided(holds: boolean): Decision {
  return { holds, error: null, unseen: null };
}

function failed(error: string): Decision {
  return { holds: false, error, unseen: null };
}
