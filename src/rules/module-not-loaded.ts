import { commandsNamed } from '../catalog/apache.ts';
import { moduleOfProvider } from '../model/apache/providers.ts';
import { printable } from '../text/printable.ts';
import { providerIn } from './apache-mistakes.ts';
import { fromMistakes } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'module-not-loaded',
  title: 'A directive whose module is not loaded',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-broken', 'apache-directive-not-loaded', 'apache-provider-unknown'],
  docs: {
    visitor: 'In .htaccess every request below the folder gets 500; in a main file the server refuses to start.',
    why: 'The configuration shows which modules are loaded, and the one that brings the directive or the requirement is not among them.',
    fix: 'load the module with LoadModule or a2enmod',
    fine: 'Where the module is loaded by a file that is not shown.',
  },
};

/** What httpd's complaint is about, and the modules that would bring it. */
function missing(message: string): { readonly what: string; readonly modules: readonly string[] } {
  const directive = /^Invalid command '([^']*)'/.exec(message)?.[1];
  if (directive !== undefined)
    return { what: printable(directive), modules: commandsNamed(directive.toLowerCase()).map(({ module }) => module) };
  const provider = providerIn(message);
  const module = moduleOfProvider(provider);
  return { what: `the provider ${printable(provider)}`, modules: module ? [module] : [] };
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromMistakes(unit, 'module-not-loaded', {
      cause: ({ message }) => {
        const { what, modules } = missing(message);
        return `${what} needs ${modules.join(' or ') || 'a module'}, which is not loaded`;
      },
      group: ({ message }) => missing(message).modules.join() || message,
      help: ({ message }) => {
        const [first] = missing(message).modules;
        return first ? `load it: a2enmod ${first.replace(/^mod_/, '')}` : 'load its module';
      },
    }),
};
