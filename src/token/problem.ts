/** What is wrong with a token, or worth knowing before it is sent. */
type TokenProblemCode =
  | 'expired'
  | 'not-yet-valid'
  | 'issued-in-the-future'
  | 'no-expiry'
  | 'time-not-a-number'
  | 'time-in-milliseconds'
  | 'never-valid'
  | 'other-audience'
  | 'other-issuer'
  | 'unsigned'
  | 'signature-missing'
  | 'signature-wrong'
  | 'signature-unlikely'
  | 'signed-with-public-key'
  | 'hmac-with-public-key'
  | 'key-unknown'
  | 'key-unsuitable'
  | 'key-weak'
  | 'algorithm-unknown'
  | 'critical-header'
  | 'bearer-twice'
  | 'bearer-without-blank'
  | 'other-scheme'
  | 'quotes'
  | 'line-break'
  | 'blank'
  | 'punctuation'
  | 'whole-answer'
  | 'not-base64url'
  | 'wrong-parts'
  | 'cut'
  | 'not-json'
  | 'encrypted'
  | 'opaque'
  | 'large';

export interface TokenProblem {
  readonly code: TokenProblemCode;
  /** `refused`: a server that follows the standards turns it down; `unsure`: cannot be judged; `note`: good to know. */
  readonly level: 'refused' | 'unsure' | 'note';
  /** Never a piece of the token but names of keys, issuers and audiences. */
  readonly message: string;
  readonly help: string;
}

export function refused(code: TokenProblemCode, message: string, help: string): TokenProblem {
  return { code, level: 'refused', message, help };
}

export function unsure(code: TokenProblemCode, message: string, help: string): TokenProblem {
  return { code, level: 'unsure', message, help };
}

export function note(code: TokenProblemCode, message: string, help: string): TokenProblem {
  return { code, level: 'note', message, help };
}
