/** Stands for the right password of a user: every sound entry that the platform can check accepts it. */
export const RIGHT_PASSWORD: unique symbol = Symbol('the right password');
/** Stands for a password that no entry accepts. */
export const WRONG_PASSWORD: unique symbol = Symbol('a wrong password');
/** Bytes as sent (latin-1 string), or a stand-in. */
export type Password = string | typeof RIGHT_PASSWORD | typeof WRONG_PASSWORD;
