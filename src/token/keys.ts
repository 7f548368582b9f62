import type { JsonWebKey, KeyObject } from 'node:crypto';
import { crypto } from '../hash/crypto.ts';
import { encode } from '../text/bytes.ts';
import { printable } from '../text/printable.ts';
import type { Parts } from './parts.ts';
import { note, refused, type TokenProblem, unsure } from './problem.ts';
import { type Algorithm, signedWith } from './signature.ts';

/** One key of a set, ready for use; `key` null: it cannot be used, and why. */
export interface Key {
  readonly id: string | null;
  readonly type: string;
  readonly algorithm: string | null;
  readonly use: string | null;
  readonly key: KeyObject | null;
}

/** Reads a JWK Set or a single JWK (RFC 7517), or a PEM public key; a sentence where it is none. */
export function readKeys(text: string): readonly Key[] | { readonly error: string } {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return { error: 'this is a private key, which no verifier needs; give the public one' };
  }
  if (text.includes('-----BEGIN ')) {
    const key = made(() => crypto().createPublicKey(text));
    return key
      ? [{ id: null, type: typeOf(key), algorithm: null, use: null, key }]
      : { error: 'this PEM holds no public key' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { error: 'this is not JSON; expected a JWK Set as {"keys":[…]}' };
  }
  const set = value as { keys?: unknown; kty?: unknown } | null;
  const list = Array.isArray(set?.keys) ? set.keys : set?.kty === undefined ? null : [set];
  if (!list) return { error: 'this is no JWK Set: it has no list of keys' };
  const keys = list.filter((one): one is JsonWebKey => typeof one === 'object' && one !== null).map(keyOf);
  return keys.length > 0 ? keys : { error: 'this JWK Set has no key' };
}

function keyOf(jwk: JsonWebKey): Key {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const type = text(jwk.kty) ?? '';
  const key = made(() =>
    type === 'oct'
      ? crypto().createSecretKey(Buffer.from(text(jwk.k) ?? '', 'base64url'))
      : // a private key in the set is used as its public half
        crypto().createPublicKey({ key: jwk, format: 'jwk' }),
  );
  return { id: text(jwk.kid), type, algorithm: text(jwk.alg), use: text(jwk.use), key };
}

function made(make: () => KeyObject): KeyObject | null {
  try {
    return make();
  } catch {
    // the reason may hold a piece of the key
    return null;
  }
}

function typeOf(key: KeyObject): string {
  const kind = key.asymmetricKeyType;
  return kind === 'rsa' || kind === 'rsa-pss' ? 'RSA' : kind === 'ec' ? 'EC' : 'OKP';
}

export interface Verification {
  readonly signature: 'right' | 'wrong' | 'not-checked';
  readonly problems: readonly TokenProblem[];
}

const shown = (text: string): string => printable(encode(text), 80);
const names = (keys: readonly Key[]): string =>
  keys
    .slice(0, 8)
    .map(({ id }) => (id === null ? '(no kid)' : shown(id)))
    .join(', ');

/** A token's signature to be checked against a set of keys. */
interface Checking {
  readonly parts: Parts;
  readonly algorithm: Algorithm;
  readonly keys: readonly Key[];
  /** Keys that can have made such a signature (kty, use and alg: RFC 7517 §4). */
  readonly suitable: readonly Key[];
  /** The name of the algorithm, and of the key where the token names one, as shown. */
  readonly alg: string;
  readonly kid: string | null;
}

/** Whether one of the keys made the signature; where the token names a key, only that one and those without a name are tried (RFC 7515 §6). */
export function verify(parts: Parts, algorithm: Algorithm, keys: readonly Key[]): Verification {
  const { alg, kid } = parts.header;
  const suitable = keys.filter(
    (one) =>
      one.key !== null &&
      algorithm.fits(one.key) &&
      one.use !== 'enc' &&
      (one.algorithm === null || one.algorithm === String(alg)),
  );
  const name = typeof kid === 'string' ? kid : null;
  const chosen = name === null ? suitable : suitable.filter((one) => one.id === name || one.id === null);
  const right = chosen.find(({ key }) => signedWith(parts, algorithm, key!));
  if (right) {
    const weak = algorithm.weak(right.key!);
    return { signature: 'right', problems: weak ? [note('key-weak', weak, 'make a longer key')] : [] };
  }
  const checking = { parts, algorithm, keys, suitable, alg: shown(String(alg)), kid: name };
  return confused(checking) ?? unnamed(checking) ?? (chosen.length === 0 ? unsuitable(checking) : wrong(chosen));
}

/** Where a shared secret and public keys are mixed up; null: they are not. */
function confused({ parts, algorithm, keys, suitable, alg }: Checking): Verification | null {
  if (algorithm.family !== 'hmac') return null;
  const publicKeys = keys.flatMap(({ key }) => (key?.type === 'public' ? [key] : []));
  if (publicKeys.some((key) => madeFromPublicKey(parts, algorithm, key))) {
    const problem = refused(
      'signed-with-public-key',
      `The token was signed by ${alg} with a public key of the set as the secret: anybody can make such a token, and a server that takes it can be entered by anybody.`,
      'fix the algorithms that the server accepts to the one of its keys',
    );
    return { signature: 'wrong', problems: [problem] };
  }
  if (suitable.length > 0 || publicKeys.length === 0) return null;
  const problem = refused(
    'hmac-with-public-key',
    `The token is signed with a shared secret (${alg}), and the set has public keys only.`,
    'fetch a token that is signed with the private key (RS256, ES256), and fix the algorithms that the server accepts: one that takes both can be fooled',
  );
  return { signature: 'not-checked', problems: [problem] };
}

/** Where the token names a key that the set does not have; null: it has it, or none is named. */
function unnamed({ parts, algorithm, keys, suitable, kid }: Checking): Verification | null {
  if (kid === null || keys.some(({ id }) => id === kid)) return null;
  const other = suitable.find(({ key }) => signedWith(parts, algorithm, key!));
  const problem = refused(
    'key-unknown',
    other
      ? `The signature was made with the key ${names([other])}, but the token names ${shown(kid)}, which is not in the set.`
      : `No key of the set is called ${shown(kid)}; it has ${names(keys)}.`,
    'fetch the key set again: keys are changed from time to time; or the token is from another issuer or realm',
  );
  return { signature: other ? 'right' : 'not-checked', problems: [problem] };
}

/** No key can have made the signature. */
function unsuitable({ keys, alg, kid }: Checking): Verification {
  const one = keys.find(({ id }) => kid !== null && id === kid);
  const described =
    one &&
    `kty ${shown(one.type)}${one.use === 'enc' ? ', for encryption' : ''}${one.algorithm === null ? '' : `, alg ${shown(one.algorithm)}`}`;
  const problem =
    one && one.key === null
      ? unsure(
          'key-unsuitable',
          `The key ${names([one])} of the set cannot be used: it is damaged or of an unknown kind.`,
          'fetch the key set again',
        )
      : refused(
          'key-unsuitable',
          one
            ? `The key ${names([one])} is not one for ${alg} signatures (${described}).`
            : `No key of the set is one for ${alg} signatures.`,
          'fetch the key set of the issuer that made the token',
        );
  return { signature: 'not-checked', problems: [problem] };
}

function wrong(tried: readonly Key[]): Verification {
  const problem = refused(
    'signature-wrong',
    `The signature is wrong: no key that fits (${names(tried)}) made it, or the token was changed afterwards.`,
    'fetch the token and the key set from the same issuer; a token that was edited is worth nothing',
  );
  return { signature: 'wrong', problems: [problem] };
}

/** Whether the text of a public key served as the HMAC secret: the usual forms of PEM, with and without its last line break. */
function madeFromPublicKey(parts: Parts, algorithm: Algorithm, key: KeyObject): boolean {
  const forms = key.asymmetricKeyType === 'rsa' ? (['spki', 'pkcs1'] as const) : (['spki'] as const);
  return forms.some((type) => {
    const pem = key.export({ type, format: 'pem' }).toString();
    return [pem, pem.trimEnd()].some((secret) =>
      signedWith(parts, algorithm, crypto().createSecretKey(Buffer.from(secret))),
    );
  });
}
