import type { LocationConf } from '../model/nginx/config.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying, place } from './nginx-levels.ts';
import { isShut, loginOf } from './nginx-logins.ts';
import type { Draft, Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-location-pattern-without-tilde',
  title: 'A location whose path is written as a pattern, without ~',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'What the location is meant for is answered elsewhere: without its login, or with one that it was to leave out.',
    why: 'Without ~ a location is compared letter by letter: *, .*, \\. and $ stand for themselves, and no path has them. The query behind ? is no part of what is compared.',
    fix: 'write ~ before the pattern, or the plain beginning of the path without it',
    fine: 'Where paths do have these signs in them.',
  },
};

/** Signs of patterns that hardly any path has in it. */
const sign = /[*?^$|\\]|\.\+|\[[^\]]+\]/;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsSaying(unit, 'realm', 'userFile', 'authRequest', 'access')) {
      const { kind, name } = level;
      if (kind !== 'prefix' && kind !== 'noregex' && kind !== 'exact') continue;
      const path = pathMeant(name);
      if (path === null) continue;
      const lands = unit.nginx!.levelFor(server, path);
      if (!lands || lands === level) continue;
      const draft = draftFor(level, lands, path);
      if (draft) yield draft;
    }
  },
};

/** A path that a location's name would stand for, read as a pattern; null: it looks like none. */
function pathMeant(name: string): string | null {
  const at = name.slice(1).search(sign) + 1;
  if (at === 0) return name.startsWith('^/') ? name.slice(1) : null;
  const head = name.slice(0, at).replace(/^\^/, '');
  if (!head.startsWith('/')) return null;
  const rest = name.slice(at);
  if (rest === '$' || rest.startsWith('?')) return head;
  const ending = /\\(\.\w+)\$?$/.exec(rest)?.[1] ?? '';
  return rest === `\\${ending}` || rest === `\\${ending}$` ? head + ending : `${head}authlint${ending}`;
}

function draftFor(level: LocationConf, lands: LocationConf, path: string): Draft | null {
  const shown = `${printable(path, 80)} is answered by ${lands.kind === 'server' ? 'the server itself' : place(lands)}`;
  const query = level.name.includes('?') && !/[*^$|\\[(]/.test(level.name);
  const help = query ? 'take the query out of the path, and decide by $arg_… in a map' : null;
  if (isShut(level)) {
    if (isShut(lands)) return null;
    return {
      message: `open to all: ${shown}, for ${place(level)} is no pattern`,
      help,
      where: level.origin,
    };
  }
  const login = loginOf(lands.settings);
  if (!login) return null;
  return {
    message: `everyone is asked for a login: ${shown}, for ${place(level)} is no pattern`,
    help,
    where: level.origin,
    severity: 'warning',
    related: [{ message: 'the login', where: login }],
  };
}
