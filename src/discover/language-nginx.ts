import { commercial, nginxCommands, thirdParty } from '../catalog/nginx.ts';
import { readNginxFile } from '../syntax/nginx.ts';
import { readTemplate } from '../syntax/template.ts';
import type { Directive } from '../syntax/tree.ts';
import { Source } from '../text/source.ts';
import { hole } from '../text/template.ts';
import { namesServer } from './recognise.ts';

/** Names of nginx's directives that many other programs have too: alone they prove nothing. */
const common: ReadonlySet<string> = new Set(['include', 'set', 'user', 'if']);

/** Whether more of a file is nginx's language than is not. */
export function isNginx(path: string, text: string): boolean {
  const plain = readTemplate(path, text, 'nginx')?.text ?? text;
  let own = 0;
  let shared = 0;
  let foreign = 0;
  const look = (directives: readonly Directive[]): void => {
    for (const directive of directives) {
      const { name, children } = directive;
      if (name.includes(hole)) continue;
      const known = knows(name);
      if (!known || assigns(directive) || (name === 'if' && !directive.args[0]?.value.startsWith('('))) foreign++;
      else if (common.has(name)) shared++;
      else own++;
      if (children && known && !data.has(name)) look(children);
    }
  };
  const { directives, problem } = readNginxFile(new Source(path, plain));
  look(directives);
  // of what does not even parse, and has no name of its own, most must be nginx's
  const named = namesServer.nginx.test(path) && !(problem && !/[^/]\.[^/]*$/.test(path));
  // programs have lines that end as nginx's do
  if (problem && !named && own < 3) return false;
  if (own === 0) return named && foreign === 0 && shared > 0;
  return own * (named ? 4 : 1) + shared >= foreign;
}

/** Whether a line sets a name as other languages do; its arguments are split where the sign is in it alone. */
function assigns(directive: Directive): boolean {
  const { source, nameEnd, end } = directive;
  return source.text.slice(nameEnd, end).includes('=') && directive.args[0]?.value === '=';
}

/** Blocks whose lines are no directives. */
const data: ReadonlySet<string> = new Set(['types', 'map', 'geo', 'split_clients', 'charset_map', 'match', 'upstream']);

/** Directives of nginx, its commercial edition and well-known modules. */
function knows(name: string): boolean {
  return nginxCommands(name) !== null || thirdParty.test(name) || commercial.has(name);
}
