import { Words, wordsOf } from '../../syntax/apache-words.ts';
import { printable } from '../../text/printable.ts';
import { compilePattern } from '../regex.ts';
import type { Complaint } from './check.ts';
import { parseExpression } from './expression.ts';
import { sectionAround } from './place.ts';
import type { ValueCheck } from './values.ts';
import { stringExpression } from './values-auth.ts';
import { invalid } from './values-core.ts';

const badRegex = (message: string): Complaint => ({ code: 'apache-regex-invalid', message });
const uncompiled = 'Regular expression could not be compiled.';

/** `ap_is_url`: a scheme and a colon. */
export function isUrl(text: string): boolean {
  return /^[A-Za-z0-9+.-]+:/.test(text);
}

const aliasMatch: ValueCheck = ([pattern = '']) => (compilePattern(pattern) === null ? badRegex(uncompiled) : null);

const aliasRefuses = ['<directory', '<directorymatch', '<files', '<filesmatch', '<if', '<elseif', '<else'];

/** Alias and ScriptAlias: two arguments at server level, one within a Location (add_alias, mod_alias.c). */
const alias: ValueCheck = ([fake = '', real], _directive, place, { modules }, { name }) => {
  if (real !== undefined) {
    return place.path === true
      ? { code: 'apache-directive-not-allowed', message: `${name} cannot occur within directory context` }
      : null;
  }
  const files = sectionAround(place, aliasRefuses);
  if (files) {
    return { code: 'apache-directive-not-allowed', message: `${name} cannot occur within ${files.name}> section` };
  }
  if (place.path === false) return invalid('Alias must have two arguments when used globally');
  return stringExpression(
    fake,
    place,
    modules,
    (error) => `Cannot parse alias expression '${printable(fake)}': ${error}`,
  );
};

const statusNames: Readonly<Record<string, number>> = { permanent: 301, temp: 302, seeother: 303, gone: 410 };

/** The Redirect family (add_redirect_internal, mod_alias.c). */
const redirect =
  (preset: number, regex: boolean): ValueCheck =>
  ([first = '', second, third], _directive, place, { modules }) => {
    let status = preset;
    let understood: 'redirect' | 'other' | null = null;
    const name = first.toLowerCase();
    if (Object.hasOwn(statusNames, name)) {
      status = statusNames[name]!;
      understood = status === 410 ? 'other' : 'redirect';
    } else if (/^\d/.test(first)) {
      status = Number.parseInt(first, 10);
      understood = status >= 300 && status < 400 ? 'redirect' : 'other';
    }
    if (third !== undefined && understood === null) return invalid('Redirect: invalid first argument (of three)');
    if (place.path !== false) {
      const short =
        (understood === 'redirect' && second !== undefined && third === undefined) ||
        (understood === null && second === undefined);
      if (short) {
        const url = understood ? second! : first;
        return stringExpression(
          url,
          place,
          modules,
          (error) => `Cannot parse redirect expression '${printable(url)}': ${error}`,
        );
      }
      if (understood === 'other' && second === undefined) return null;
    }
    const plain = third === undefined && understood === null;
    const fake = plain ? first : second;
    const url = plain ? second : third;
    if (regex && compilePattern(fake ?? '') === null) return badRegex(uncompiled);
    if (status >= 300 && status < 400) {
      if (url === undefined) return invalid('URL to redirect to is missing');
      return regex || isUrl(url) || url.startsWith('/') ? null : invalid('Redirect to non-URL');
    }
    return url === undefined ? null : invalid('Redirect URL not valid for this status');
  };

/** SetEnvIf and BrowserMatch (add_setenvif_core, mod_setenvif.c). */
const setEnvIf =
  (insensitive: boolean, header: boolean): ValueCheck =>
  ([raw = ''], _directive, _place, _checking, { name }) => {
    const words = new Words(raw, 0, raw.length);
    if (header) {
      words.next();
      if (words.value === '') return invalid(`Missing header-field name for ${name}`);
    }
    const field = words.value;
    words.next();
    const pattern = words.value;
    if (pattern === '') return invalid(`Missing regular expression for ${name}`);
    if (compilePattern(pattern, insensitive) === null) return badRegex(`${name} regex could not be compiled.`);
    if (header && /[^A-Za-z0-9_-]/.test(field) && compilePattern(field, insensitive) === null) {
      return badRegex(`${name}Header name regex could not be compiled.`);
    }
    return words.at < words.to ? null : invalid(`Missing envariable expression for ${name}`);
  };

const setEnvIfExpr: ValueCheck = ([raw = ''], _directive, place, { modules }, { name }) => {
  const words = new Words(raw, 0, raw.length);
  words.next();
  const text = words.value;
  if (text === '') return invalid(`Missing expression for ${name}`);
  const parsed = parseExpression(text, { modules, restricted: place.htaccess });
  if (parsed.error !== undefined) {
    const message = `Could not parse expression "${printable(text)}": ${printable(parsed.error)}`;
    return { code: 'apache-expression-invalid', message };
  }
  return words.at < words.to ? null : invalid(`Missing envariable expression for ${name}`);
};

const headerActions = new Set([
  'set',
  'setifempty',
  'add',
  'append',
  'merge',
  'unset',
  'echo',
  'edit',
  'edit*',
  'note',
]);

/** Header and RequestHeader (header_cmd and header_inout_cmd, mod_headers.c). */
const header =
  (response: boolean): ValueCheck =>
  ([raw = ''], _directive, place, { modules }, { name }) => {
    const words = wordsOf(raw);
    const condition = words[0]?.toLowerCase();
    if (response && (condition === 'always' || condition === 'onsuccess')) words.shift();
    const [written = '', field = '', third, fourth, fifth, sixth] = words;
    const action = written.toLowerCase();
    if (sixth !== undefined) return invalid(`${name} has too many arguments`);
    if (!headerActions.has(action)) {
      return invalid(
        "first argument must be 'add', 'set', 'setifempty', 'append', 'merge', 'unset', 'echo', 'note', 'edit', or " +
          "'edit*'.",
      );
    }
    let value: string | undefined = third;
    let clause: string | undefined = fifth;
    if (action.startsWith('edit')) {
      if (fourth === undefined) return invalid('Header edit requires a match and a substitution');
      if (compilePattern(third ?? '') === null) return badRegex('Header edit regex could not be compiled');
      value = fourth;
    } else {
      if (fifth !== undefined) return invalid('Too many arguments to directive');
      clause = fourth;
    }
    if (action === 'unset' || action === 'echo') {
      if (third !== undefined) {
        if (clause !== undefined)
          return invalid(`${action === 'unset' ? 'header' : 'Header'} ${action} takes two arguments`);
        clause = third;
        value = undefined;
      }
      if (action === 'echo') {
        if (!response) return invalid('Header echo only valid on Header directives');
        if (compilePattern(field) === null) return badRegex('Header echo regex could not be compiled');
      }
    } else if (value === undefined) return invalid('Header requires three arguments');
    if (clause !== undefined) {
      const key = clause.toLowerCase();
      if (key.startsWith('env=')) {
        if (key === 'env=' || key === 'env=!') {
          return invalid('error: missing environment variable name. envclause should be in the form env=envar ');
        }
      } else if (key.startsWith('expr=')) {
        const parsed = parseExpression(clause.slice(5), { modules, restricted: place.htaccess });
        if (parsed.error !== undefined) {
          const message = `Can't parse envclause/expression: ${printable(parsed.error)}`;
          return { code: 'apache-expression-invalid', message };
        }
      } else if (key !== 'early') return invalid(`Unknown parameter: ${printable(clause)}`);
    }
    return value === undefined
      ? null
      : headerFormat(value, (text) =>
          stringExpression(text, place, modules, (error) => `Can't parse value expression : ${error}`),
        );
  };

/** The format of a header's value (parse_format_string). */
function headerFormat(value: string, expression: (text: string) => Complaint | null): Complaint | null {
  if (value.startsWith('expr=')) return expression(value.slice(5));
  for (let at = value.indexOf('%'); at >= 0; at = value.indexOf('%', at + 1)) {
    let letter = at + 1;
    if (letter >= value.length) return null;
    if (value[letter] === '{') {
      const close = value.indexOf('}', letter);
      letter = close < 0 ? value.length : close + 1;
    } else if (value[letter] === '%') {
      at = letter;
      continue;
    }
    if (!'Dtesilb'.includes(value[letter] ?? '?')) {
      return invalid(`Unrecognized header format %${printable(value[letter] ?? '')}`);
    }
    at = letter;
  }
  return null;
}

const setHandler: ValueCheck = ([handler = ''], _directive, place, { modules }) =>
  handler.startsWith('expr=')
    ? stringExpression(handler.slice(5), place, modules, (error) => `Can't parse expression : ${error}`)
    : null;

/** One URL alone is for a Location, whose path it is for (add_pass, mod_proxy.c). */
const proxyPass: ValueCheck = ([raw = ''], _directive, place) =>
  place.path === false && wordsOf(raw).length < 2
    ? invalid('ProxyPass|ProxyPassMatch needs a path when not defined in a location')
    : null;

export const mappingValues: Readonly<Record<string, ValueCheck>> = {
  proxypass: proxyPass,
  proxypassmatch: proxyPass,
  sethandler: setHandler,
  alias,
  scriptalias: alias,
  aliasmatch: aliasMatch,
  scriptaliasmatch: aliasMatch,
  redirect: redirect(302, false),
  redirecttemp: redirect(302, false),
  redirectpermanent: redirect(301, false),
  redirectmatch: redirect(302, true),
  setenvif: setEnvIf(false, true),
  setenvifnocase: setEnvIf(true, true),
  browsermatch: setEnvIf(false, false),
  browsermatchnocase: setEnvIf(true, false),
  setenvifexpr: setEnvIfExpr,
  header: header(true),
  requestheader: header(false),
};
