import { refused, type TokenProblem, unsure } from './problem.ts';

/** A JWT in compact form, taken apart (RFC 7515 §7.1). */
export interface Parts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The text that is signed. */
  readonly signed: string;
  readonly signature: Buffer;
}

export interface Taken {
  readonly parts: Parts | null;
  readonly header: Readonly<Record<string, unknown>> | null;
  readonly kind: 'signed' | 'unsigned' | 'encrypted' | 'opaque' | 'malformed';
  readonly problems: readonly TokenProblem[];
}

const wholeAgain = 'copy it again as a whole, or fetch a new one';

/** Takes a token apart; what is wrong with its form is named by the part that has it. */
export function takeApart(token: string): Taken {
  const problems: TokenProblem[] = [];
  const words = token.split('.');
  const header = jsonOf(words[0] ?? '');
  if (words.length === 5 && (words[1] !== '' || header?.enc !== undefined)) {
    problems.push(
      unsure(
        'encrypted',
        'The token has five parts: it is encrypted (JWE), and only its receiver can read it.',
        'ask the service it is meant for, or the one that made it, about it',
      ),
    );
    return { parts: null, header, kind: 'encrypted', problems };
  }
  if (words.length === 1 && !token.startsWith('eyJ')) {
    problems.push(
      unsure(
        'opaque',
        'This is not a JWT but an opaque token (or a session id, or an API key): nothing can be read from it.',
        'ask the server that issued it (RFC 7662 introspection) whether it is still active',
      ),
    );
    return { parts: null, header: null, kind: 'opaque', problems };
  }
  const [first = '', second = '', third = ''] = words;
  for (const [name, part] of [
    ['header', first],
    ['claims', second],
    ['signature', third],
  ] as const)
    problems.push(...lettersOf(name, part));
  if (words.length !== 3) {
    problems.push(
      refused(
        'wrong-parts',
        `A JWT has three parts with two dots between them; this has ${words.length}.`,
        words.length < 3 ? `the end is missing: ${wholeAgain}` : wholeAgain,
      ),
    );
  }
  const claims = words.length > 1 ? jsonOf(second) : null;
  if (!header) problems.push(unreadable('header', first, words.length === 1));
  if (words.length > 1 && !claims) problems.push(unreadable('claims', second, words.length === 2));
  if (!header || !claims) return { parts: null, header, kind: 'malformed', problems };
  const unsigned = String(header.alg).toLowerCase() === 'none';
  const kind = problems.length > 0 ? 'malformed' : unsigned ? 'unsigned' : 'signed';
  const parts = { header, claims, signed: `${first}.${second}`, signature: Buffer.from(third, 'base64url') };
  return { parts, header, kind, problems };
}

function lettersOf(name: string, part: string): TokenProblem[] {
  if (/[+/]/.test(part) || part.includes('=')) {
    return [
      refused(
        'not-base64url',
        `The ${name} is in plain base64 (+, / or = in it), where a JWT takes base64url without padding.`,
        'write - for +, _ for /, and leave out =; or use a JWT library',
      ),
    ];
  }
  const strange = /[^A-Za-z0-9_-]/.exec(part);
  if (strange) {
    const code = strange[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return [refused('not-base64url', `The ${name} has a character that base64url does not (U+${code}).`, wholeAgain)];
  }
  // four letters make three bytes: one letter over is a rest of something longer
  return part.length % 4 === 1 ? [refused('cut', `The ${name} is cut: letters are missing.`, wholeAgain)] : [];
}

function unreadable(name: string, part: string, last: boolean): TokenProblem {
  if (last || decoded(part).startsWith('{')) return refused('cut', `The ${name} is cut or damaged.`, wholeAgain);
  return refused('not-json', `The ${name} is not JSON in base64url.`, wholeAgain);
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}

/** The object that a part holds; null where it holds none. */
function jsonOf(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(decoded(part));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
