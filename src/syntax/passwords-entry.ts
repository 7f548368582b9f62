import type { FileLine } from '../text/source.ts';
import { type HashKind, kindOf } from './passwords-kind.ts';

/** One user of a password file. The hash is kept private: no form of printing shows it. */
export class PasswordEntry {
  /** Bytes of the name (latin-1 string). */
  readonly user: string;
  readonly kind: HashKind;
  readonly where: FileLine;
  readonly #secret: string;

  constructor(user: string, secret: string, where: FileLine) {
    this.user = user;
    this.kind = kindOf(secret);
    this.where = where;
    this.#secret = secret;
  }

  /** The hash field as the server compares it. For checking only; never to be shown. */
  get secret(): string {
    return this.#secret;
  }

  toString(): string {
    return `[password entry, ${this.kind}]`;
  }

  toJSON(): { kind: HashKind } {
    return { kind: this.kind };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
