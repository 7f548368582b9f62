import type * as Crypto from 'node:crypto';

let loaded: typeof Crypto | null = null;

/** Node's own digests, loaded at the first use: few runs check a password, and loading costs as much as a small run. */
export function crypto(): typeof Crypto {
  loaded ??= process.getBuiltinModule('node:crypto');
  return loaded;
}
