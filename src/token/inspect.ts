import { encode } from '../text/bytes.ts';
import { printable } from '../text/printable.ts';
import { claimProblems, type Expected, type SafeClaims, safeClaims } from './claims.ts';
import { type Key, verify } from './keys.ts';
import { type Parts, type Taken, takeApart } from './parts.ts';
import { note, refused, type TokenProblem, unsure } from './problem.ts';
import { algorithms } from './signature.ts';
import { unwrap } from './unwrap.ts';

/** What can be told of a token. */
export interface TokenReport {
  readonly kind: Taken['kind'];
  readonly algorithm: string | null;
  readonly keyId: string | null;
  readonly signature: 'right' | 'wrong' | 'missing' | 'not-checked';
  /** Null where they cannot be read. */
  readonly claims: SafeClaims | null;
  readonly problems: readonly TokenProblem[];
}

/**
 * Looks at what was pasted as a token: its form (RFC 7515), its claims (RFC 7519) against what is expected, and, with
 * keys, its signature. Null: nothing was given. No part of the token is in the report but its algorithm, kid, iss and aud.
 */
export function inspectToken(pasted: string, expected: Expected, keys: readonly Key[] | null): TokenReport | null {
  const { token, problems: wrapping } = unwrap(pasted);
  if (token === '') return null;
  const { parts, header, kind, problems: form } = takeApart(token);
  const text = (value: unknown): string | null => (typeof value === 'string' ? printable(encode(value), 80) : null);
  // without three parts it is not known which one would be the signature
  const checked = parts && !form.some(({ code }) => code === 'wrong-parts') ? checkSignature(parts, keys) : null;
  return {
    kind,
    algorithm: text(header?.alg),
    keyId: text(header?.kid),
    signature: checked?.signature ?? 'not-checked',
    claims: parts ? safeClaims(parts.claims) : null,
    problems: [
      ...wrapping,
      ...form,
      ...(checked?.problems ?? []),
      ...(parts ? claimProblems(parts.claims, expected) : []),
    ],
  };
}

function checkSignature(
  parts: Parts,
  keys: readonly Key[] | null,
): { readonly signature: TokenReport['signature']; readonly problems: readonly TokenProblem[] } {
  const { alg, crit } = parts.header;
  const problems: TokenProblem[] = [];
  if (crit !== undefined) {
    problems.push(
      note(
        'critical-header',
        'The header names extensions that a server must understand (crit), else it refuses the token.',
        'make it without crit, or see that the server knows them',
      ),
    );
  }
  if (typeof alg === 'string' && alg.toLowerCase() === 'none') {
    problems.push(
      refused(
        'unsigned',
        'The token is not signed (alg none): anybody could have made it, and a server must refuse it.',
        'have it signed; where a server takes it, fix the algorithms that it accepts',
      ),
    );
    return { signature: 'missing', problems };
  }
  const algorithm = typeof alg === 'string' ? algorithms.get(alg) : undefined;
  if (!algorithm) {
    problems.push(
      typeof alg === 'string'
        ? unsure(
            'algorithm-unknown',
            `The algorithm ${printable(encode(alg), 40)} is none of those that are known here.`,
            'names are case sensitive: RS256, ES256, EdDSA, HS256 and the like',
          )
        : refused('algorithm-unknown', 'The header names no algorithm (alg).', 'make it with a JWT library'),
    );
    return { signature: 'not-checked', problems };
  }
  const { length } = parts.signature;
  if (length === 0) {
    problems.push(
      refused(
        'signature-missing',
        'The signature is missing: the end is cut off, or it was never signed.',
        'copy it again as a whole',
      ),
    );
    return { signature: 'missing', problems };
  }
  const unlikely = unlikelyLength(parts, algorithm);
  if (unlikely) return { signature: 'wrong', problems: [...problems, unlikely] };
  if (!keys) return { signature: 'not-checked', problems };
  const verified = verify(parts, algorithm, keys);
  return { signature: verified.signature, problems: [...problems, ...verified.problems] };
}

function unlikelyLength(
  { header, signature }: Parts,
  { family, length }: { family: string; length: number | null },
): TokenProblem | null {
  if (
    family === 'ecdsa' &&
    signature.length !== length &&
    signature[0] === 0x30 &&
    signature[1] === signature.length - 2
  ) {
    return refused(
      'signature-unlikely',
      'The signature is in DER, as OpenSSL writes it, where a JWT has two plain numbers side by side.',
      'make it with a JWT library, or have dsaEncoding ieee-p1363',
    );
  }
  const expected = length ?? (family === 'rsa' || family === 'pss' ? 128 : 64);
  const fits = length === null ? signature.length >= expected : signature.length === expected;
  if (fits) return null;
  const short = signature.length < expected;
  return refused(
    short ? 'cut' : 'signature-unlikely',
    `The signature has ${signature.length} bytes, where ${String(header.alg)} has ${length === null ? 'at least ' : ''}${expected}${short ? ': its end is cut off' : ''}.`,
    'copy the token again as a whole, or fetch a new one',
  );
}
