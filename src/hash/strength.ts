import { canCheck } from '../catalog/hashes.ts';
import type { HashKind } from '../syntax/passwords-kind.ts';
import type { ProblemCode, Server } from './problems.ts';
import { bcryptCosts } from './quick-look.ts';

/** What is to be said of a sound hash that the server can check. */
interface Weakness {
  readonly code: ProblemCode;
  /** Follows "the hash of ann is ". */
  readonly what: string;
}

/** Seconds that one check takes on a processor of 2024: bcrypt of cost 10 takes 50 ms, a million rounds of SHA-crypt 0.25 s. */
const bcryptSeconds = (cost: number): number => 2 ** (cost - 10) * 0.05;
const shaSeconds = (rounds: number): number => rounds * 0.25e-6;
const slow = 1.5;

function time(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 100) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} seconds`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}

const eachRequest = 'and Basic checks it for every request, pictures and scripts included';

/** How a sound hash is weak, or too strong to be waited for; null: neither. */
export function weaknessOf(kind: HashKind, secret: string): Weakness | null {
  switch (kind) {
    case 'des':
    case 'bigcrypt':
      return { code: 'weak-des', what: 'DES crypt, of which 8 characters count and which is guessed in no time' };
    case 'bsdi-des':
      return { code: 'weak-des', what: 'extended DES, which is guessed fast' };
    case 'sha1':
      return { code: 'weak-sha1', what: 'SHA-1 without a salt, which is guessed fast' };
    case 'ssha':
      return { code: 'weak-sha1', what: 'SHA-1 with a salt, which is guessed fast, and only nginx checks it' };
    case 'plain':
      return { code: 'weak-plain', what: 'the password itself: who reads the file knows it' };
    case 'md5crypt':
    case 'sunmd5':
      return { code: 'weak-md5crypt', what: 'MD5 crypt, which is guessed fast' };
    case 'nthash':
      return { code: 'weak-md5crypt', what: 'the NT hash, MD4 without a salt, which is guessed in no time' };
    case 'apr1':
      return { code: 'apr1', what: 'Apache MD5, which is guessed faster than bcrypt' };
    case 'bcrypt':
      return bcryptWeakness(Number(secret.slice(4, 6)));
    case 'sha256crypt':
    case 'sha512crypt':
      return shaWeakness(Number(/^\$[56]\$rounds=(\d+)\$/.exec(secret)?.[1] ?? 5000));
    default:
      return null;
  }
}

function bcryptWeakness(cost: number): Weakness | null {
  if (cost >= bcryptCosts.high)
    return {
      code: 'bcrypt-cost-high',
      what: `bcrypt of cost ${cost}: about ${time(bcryptSeconds(cost))} of a processor for each check, ${eachRequest}; cost 10 takes ${time(bcryptSeconds(10))}, 12 takes ${time(bcryptSeconds(12))}`,
    };
  if (cost < bcryptCosts.low)
    return {
      code: 'bcrypt-cost-low',
      what: `bcrypt of cost ${cost}, whose ${time(bcryptSeconds(cost))} a guess is ${2 ** (10 - cost)} times less than that of cost 10`,
    };
  return null;
}

function shaWeakness(rounds: number): Weakness | null {
  const seconds = shaSeconds(rounds);
  if (seconds < slow) return null;
  return {
    code: 'bcrypt-cost-high',
    what: `SHA-crypt of ${rounds} rounds: about ${time(seconds)} of a processor for each check, ${eachRequest}`,
  };
}

/** Kinds that some system a server runs on (Linux with libxcrypt or musl, FreeBSD) cannot check. */
export function unportable(kind: HashKind, prefix: string, server: Server): boolean {
  return !production.every((platform) => canCheck(kind, prefix, server, platform));
}

const production = ['glibc', 'musl', 'freebsd'] as const;
