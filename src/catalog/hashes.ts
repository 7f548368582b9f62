import type { HashKind } from '../syntax/passwords-kind.ts';
import type { Platform } from './platforms.ts';

/** Who brings the code that checks a kind of hash. */
export interface Support {
  /** The C libraries whose crypt(3) knows it. */
  readonly crypt: readonly Platform[];
  /** Servers that check it themselves, on every platform. */
  readonly own: readonly ('apache' | 'nginx')[];
  /** Where that is written. */
  readonly source: string;
}

const nobody: Support = { crypt: [], own: [], source: 'no crypt(3), apr-util or nginx has it' };
const xcrypt = 'libxcrypt crypt(5)';
const classic = 'glibc 2.28 crypt-entry.c';

/**
 * Kinds and who can check them. `glibc` stands for a distribution whose libcrypt is libxcrypt (Debian 11, Ubuntu 20.04,
 * Fedora 28, RHEL 8 and later), `glibc-classic` for one before; `musl` is crypt_r.c of musl; macOS has DES alone; Windows has no crypt(3).
 */
export const hashSupport: Readonly<Record<HashKind, Support>> = {
  bcrypt: {
    crypt: ['glibc', 'musl', 'freebsd'],
    own: [],
    source: `${xcrypt}; musl crypt_blowfish.c; FreeBSD crypt(3); apr-util apr_passwd.c ($2a$ and $2y$ alone)`,
  },
  apr1: { crypt: [], own: ['apache', 'nginx'], source: 'apr-util apr_md5.c; nginx ngx_crypt.c' },
  md5crypt: {
    crypt: ['glibc', 'glibc-classic', 'musl', 'freebsd'],
    own: [],
    source: `${xcrypt}; ${classic}; musl crypt_md5.c; FreeBSD crypt(3)`,
  },
  sha256crypt: {
    crypt: ['glibc', 'glibc-classic', 'musl', 'freebsd'],
    own: [],
    source: `${xcrypt}; ${classic}; musl crypt_sha256.c; FreeBSD crypt(3)`,
  },
  sha512crypt: {
    crypt: ['glibc', 'glibc-classic', 'musl', 'freebsd'],
    own: [],
    source: `${xcrypt}; ${classic}; musl crypt_sha512.c; FreeBSD crypt(3)`,
  },
  yescrypt: { crypt: ['glibc'], own: [], source: xcrypt },
  'gost-yescrypt': { crypt: ['glibc'], own: [], source: xcrypt },
  scrypt: { crypt: ['glibc'], own: [], source: xcrypt },
  sunmd5: { crypt: ['glibc'], own: [], source: xcrypt },
  sha1crypt: { crypt: ['glibc'], own: [], source: xcrypt },
  nthash: { crypt: ['glibc', 'freebsd'], own: [], source: `${xcrypt}; FreeBSD crypt(3)` },
  des: {
    crypt: ['glibc', 'glibc-classic', 'musl', 'macos', 'freebsd'],
    own: [],
    source: `${xcrypt}; musl crypt_des.c; macOS and FreeBSD crypt(3)`,
  },
  bigcrypt: { crypt: ['glibc'], own: [], source: xcrypt },
  'bsdi-des': {
    crypt: ['glibc', 'musl', 'macos', 'freebsd'],
    own: [],
    source: `${xcrypt}; musl crypt_des.c; macOS and FreeBSD crypt(3)`,
  },
  sha1: { crypt: [], own: ['apache', 'nginx'], source: 'apr-util apr_sha1.c; nginx ngx_crypt.c' },
  ssha: { crypt: [], own: ['nginx'], source: 'nginx ngx_crypt.c' },
  plain: { crypt: [], own: ['nginx'], source: 'nginx ngx_crypt.c' },
  argon2: nobody,
  framework: nobody,
  'unknown-scheme': nobody,
  'doubled-dollar': nobody,
  'eaten-dollar': nobody,
  'escaped-dollar': nobody,
  'hex-digest': nobody,
  templated: nobody,
  empty: nobody,
  text: nobody,
};

/**
 * Whether a server on a platform has the code for an entry of this kind. `prefix` is the beginning of the hash field
 * ($2b$ and $2x$ are left to crypt(3) by apr-util, and FreeBSD has no $2x$).
 */
export function canCheck(kind: HashKind, prefix: string, server: 'apache' | 'nginx', platform: Platform): boolean {
  const { crypt, own } = hashSupport[kind];
  if (own.includes(server)) return true;
  if (kind === 'bcrypt') {
    if (server === 'apache' && (prefix.startsWith('$2a$') || prefix.startsWith('$2y$'))) return true;
    if (platform === 'freebsd' && prefix.startsWith('$2x$')) return false;
  }
  return crypt.includes(platform);
}

/** Whether crypt(3) of a platform gives nothing at all for a setting, which nginx answers with 500 and httpd with 401. */
export function givesNothing(kind: HashKind, secret: string, platform: Platform): boolean {
  if (platform !== 'glibc-classic' || hashSupport[kind].own.includes('nginx')) return false;
  return !/^[./0-9A-Za-z]{2}/.test(secret);
}

/** Both servers built for Windows have no crypt(3): a field that no code of their own claims is compared as it is. */
export function comparesPlainText(platform: Platform): boolean {
  return platform === 'windows';
}
