import { printable } from '../../text/printable.ts';
import type { Complaint } from './check.ts';
import { parseExpression } from './expression.ts';
import type { Place } from './place.ts';
import { isAuthnProvider, servesScheme } from './providers.ts';
import { parseRequire } from './require.ts';
import type { ValueCheck } from './values.ts';
import { invalid } from './values-core.ts';

/** An argument that is an expression with a string as its result; null: it parses. */
export function stringExpression(
  text: string,
  place: Place,
  modules: ReadonlySet<string> | null,
  message: (error: string) => string,
): Complaint | null {
  // plain text says nothing that could be wrong
  if (!/[%\\$]/.test(text)) return null;
  const parsed = parseExpression(text, { string: true, modules, restricted: place.htaccess });
  if (parsed.error === undefined) return null;
  return { code: 'apache-expression-invalid', message: message(printable(parsed.error)) };
}

const named =
  (name: string): ValueCheck =>
  ([text = ''], _directive, place, { modules }, { module }) =>
    // mod_auth_digest sees AuthName too, and takes it as it is
    module === 'mod_auth_digest'
      ? null
      : stringExpression(
          text,
          place,
          modules,
          (error) => `Cannot parse expression '${printable(text)}' in ${name}: ${error}`,
        );

const provider =
  (scheme: 'basic' | 'digest' | 'form'): ValueCheck =>
  (names, _directive, _place, checking) => {
    for (const name of names) {
      if (!isAuthnProvider(name, checking)) {
        return { code: 'apache-provider-unknown', message: `Unknown Authn provider: ${printable(name)}` };
      }
      if (!checking.authnAliases.has(name) && !servesScheme(name, scheme)) {
        const title = scheme === 'basic' ? 'Basic' : scheme === 'digest' ? 'Digest' : 'form';
        return {
          code: 'apache-provider-unknown',
          message: `The '${printable(name)}' Authn provider doesn't support ${title} Authentication`,
        };
      }
    }
    return null;
  };

const require: ValueCheck = (_args, directive, place, { modules, authzAliases }) => {
  const leaf = parseRequire(directive, null, { modules, authzAliases, restricted: place.htaccess });
  if ('message' in leaf) return leaf;
  if (!leaf.negate || place.require === 'all') return null;
  const container = place.require === 'any' ? '<RequireAny>' : '<RequireNone>';
  const message = `negative Require directive has no effect in ${container} directive`;
  return { code: 'apache-require-no-effect', message };
};

/** Least bytes of memory that mod_auth_digest can keep a client in. */
const sharedLeast = 88;

export const authValues: Readonly<Record<string, ValueCheck>> = {
  require,
  authtype: named('AuthType'),
  authname: named('AuthName'),
  authbasicprovider: provider('basic'),
  authdigestprovider: provider('digest'),
  authformprovider: provider('form'),
  authbasicusedigestalgorithm: ([value = '']) =>
    ['off', 'md5'].includes(value.toLowerCase())
      ? null
      : invalid(`Invalid algorithm in AuthBasicUseDigestAlgorithm: ${printable(value)}`),
  authmerging: ([value = '']) =>
    ['off', 'and', 'or'].includes(value.toLowerCase()) ? null : invalid('AuthMerging must be one of: Off | And | Or'),
  authdigestqop: (words) =>
    words.every((word) => word.toLowerCase() === 'auth')
      ? null
      : invalid("AuthDigestQop is deprecated: only 'auth' is supported"),
  authdigestnoncelifetime: ([value = '']) =>
    /^\s*[+-]?\d+(?:\s.*)?$/s.test(value)
      ? null
      : invalid(`Invalid time in AuthDigestNonceLifetime: ${printable(value)}`),
  authdigestalgorithm: ([value = '']) =>
    value.toLowerCase() === 'md5' ? null : invalid(`Unsupported algorithm in AuthDigestAlgorithm: ${printable(value)}`),
  authdigestshmemsize: ([value = '']) => {
    const match = /^\s*([+-]?\d+)\s*(?:$|([bBkKmM]))/.exec(value);
    if (!match) return invalid(`Invalid size in AuthDigestShmemSize: ${printable(value)}`);
    const unit = (match[2] ?? 'b').toLowerCase();
    const size = Number(match[1]) * (unit === 'k' ? 1024 : unit === 'm' ? 1048576 : 1);
    return size < sharedLeast ? invalid(`size in AuthDigestShmemSize too small: ${size} < ${sharedLeast}`) : null;
  },
  authbasicfake: ([user = '', password], _directive, place, { modules }) =>
    user.toLowerCase() === 'off'
      ? null
      : (stringExpression(
          user,
          place,
          modules,
          (error) => `Could not parse fake username expression '${printable(user)}': ${error}`,
        ) ??
        (password === undefined
          ? null
          : stringExpression(
              password,
              place,
              modules,
              (error) => `Could not parse fake password expression associated to user '${printable(user)}': ${error}`,
            ))),
};
