import type { KeyObject } from 'node:crypto';
import { crypto } from '../hash/crypto.ts';
import type { Parts } from './parts.ts';

/** A signature algorithm of RFC 7518 §3.1 or RFC 8037. */
export interface Algorithm {
  readonly family: 'hmac' | 'rsa' | 'pss' | 'ecdsa' | 'eddsa';
  readonly hash: string | null;
  /** Bytes that its signature always has; null: as many as the key. */
  readonly length: number | null;
  fits(key: KeyObject): boolean;
  /** What is weak about a key; null: nothing. */
  weak(key: KeyObject): string | null;
}

const curves = { 256: 'prime256v1', 384: 'secp384r1', 512: 'secp521r1' } as const;
const curveBytes = { 256: 64, 384: 96, 512: 132 } as const;
const sizes = [256, 384, 512] as const;

/** By the name in the header's `alg`. */
export const algorithms: ReadonlyMap<string, Algorithm> = new Map<string, Algorithm>([
  ...sizes.map((size): [string, Algorithm] => [
    `HS${size}`,
    {
      family: 'hmac',
      hash: `sha${size}`,
      length: size / 8,
      fits: (key) => key.type === 'secret',
      weak: ({ symmetricKeySize = 0 }) =>
        symmetricKeySize < size / 8
          ? `The secret has ${symmetricKeySize} bytes, fewer than the ${size / 8} that HS${size} asks for: short ones are guessed.`
          : null,
    },
  ]),
  ...sizes.map((size): [string, Algorithm] => [`RS${size}`, rsa('rsa', size)]),
  ...sizes.map((size): [string, Algorithm] => [`PS${size}`, rsa('pss', size)]),
  ...sizes.map((size): [string, Algorithm] => [
    `ES${size}`,
    {
      family: 'ecdsa',
      hash: `sha${size}`,
      length: curveBytes[size],
      fits: (key) => key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === curves[size],
      weak: () => null,
    },
  ]),
  ['EdDSA', edwards(['ed25519', 'ed448'], null)],
  ['Ed25519', edwards(['ed25519'], 64)],
  ['Ed448', edwards(['ed448'], 114)],
]);

function rsa(family: 'rsa' | 'pss', size: number): Algorithm {
  return {
    family,
    hash: `sha${size}`,
    length: null,
    fits: (key) => key.asymmetricKeyType === 'rsa' || (family === 'pss' && key.asymmetricKeyType === 'rsa-pss'),
    weak: ({ asymmetricKeyDetails }) => {
      const bits = asymmetricKeyDetails?.modulusLength ?? 2048;
      return bits < 2048 ? `The RSA key has ${bits} bits, fewer than the 2048 that are asked for.` : null;
    },
  };
}

function edwards(types: readonly string[], length: number | null): Algorithm {
  return {
    family: 'eddsa',
    hash: null,
    length,
    fits: (key) => types.includes(key.asymmetricKeyType ?? ''),
    weak: () => null,
  };
}

/** Whether the key made the signature. */
export function signedWith({ signed, signature }: Parts, { family, hash }: Algorithm, key: KeyObject): boolean {
  const { createHmac, constants, timingSafeEqual, verify } = crypto();
  const data = Buffer.from(signed, 'latin1');
  try {
    switch (family) {
      case 'hmac': {
        const made = createHmac(hash!, key).update(data).digest();
        return made.length === signature.length && timingSafeEqual(made, signature);
      }
      case 'rsa':
        return verify(hash, data, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
      case 'pss':
        return verify(
          hash,
          data,
          { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
          signature,
        );
      case 'ecdsa':
        return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
      case 'eddsa':
        return verify(null, data, key, signature);
    }
  } catch {
    // a key that OpenSSL turns down verifies nothing
    return false;
  }
}
