import type { LocationConf } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import type { Directive } from '../syntax/tree.ts';
import { written } from './written.ts';

/** Words that show that an application takes tokens in its Authorization header. */
const sign =
  /\b(?:jwt|bearer|oauth2?|wp-json|access[_-]tokens?|id[_-]token|api[_-]?tokens?|graphql|application[- ]passwords?)\b/i;

/** The same words, wherever they begin and end. */
const letters = /jwt|bearer|oauth|wp-json|access[_-]token|id[_-]token|api[_-]?token|graphql|application[- ]password/i;

/** Whether a text of the configuration speaks of tokens. */
export function speaksOfTokens(text: string): boolean {
  return sign.test(text);
}

/** Whether an argument of a directive speaks of tokens. */
export function namesTokens(directive: Directive): boolean {
  return letters.test(written(directive)) && directive.args.some(({ value }) => speaksOfTokens(value));
}

/** Whether a CORS line lets pages of other sites send an Authorization header: add_header or Header set, with its value. */
export function allowsAuthorization({ args }: Directive): boolean {
  const at = args.findIndex(({ value }) => value.toLowerCase() === 'access-control-allow-headers');
  return at >= 0 && /\bauthorization\b/i.test(args[at + 1]?.value ?? '');
}

/** A line that shows that the application behind an nginx level takes tokens; null: there is no sign of it. */
export function tokenSign(level: LocationConf): Directive | null {
  return tokenWord(level) ?? inEffect(level, 'add_header').find(allowsAuthorization) ?? null;
}

/** A line of an nginx level that names tokens; a CORS line does not, which may be for a Basic login. */
export function tokenWord(level: LocationConf): Directive | null {
  if (level.kind !== 'server' && speaksOfTokens(level.name)) return level.origin;
  return level.directives.find((one) => one.name !== 'log_format' && namesTokens(one)) ?? null;
}

/** Whether applications are told by a header of this name who has logged in. */
export function isIdentityHeader(name: string): boolean {
  return /^(?:remote[-_](?:user|groups?|email|name)|x-(?:forwarded-|remote-|webauth-|auth-request-|authentik-|vouch-(?:idp-claims-)?|authenticated-|proxy-)?(?:user(?:name|id)?|e?mail|groups?|preferred-username|login|roles?)|x-authenticated|x-auth-(?:user|username|email|groups?|login))$/i.test(
    name,
  );
}
