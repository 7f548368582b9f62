import { note, refused, type TokenProblem } from './problem.ts';

/** A token freed of what was copied along with it, and what that was. */
interface Unwrapped {
  /** The token's own characters; may still not be a JWT. */
  readonly token: string;
  readonly problems: readonly TokenProblem[];
}

/** Longest header line that nginx (large_client_header_buffers) and httpd (LimitRequestFieldSize) take, in bytes. */
const longestLine = 8_190;

const quotePairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['<', '>'],
];

/** Takes off what surrounds a token where it was copied: a header's name, the scheme, quotes, line breaks (RFC 6750). */
export function unwrap(pasted: string): Unwrapped {
  const problems: TokenProblem[] = [];
  // the end of line that echo and most editors add is no part of what was copied
  let text = pasted.replace(/^\ufeff/, '').replace(/\r?\n$/, '');
  text = text.replace(/^\s*(?:proxy-)?authorization\s*[:=]\s*/i, '');
  const named = takeName(text);
  if (named) {
    problems.push(named.problem);
    text = named.rest;
  }
  text = takeQuotes(text, problems, 'opening');
  text = takeScheme(text, problems);
  text = takeQuotes(text, problems, 'either');
  if (/[;,]\s*$/.test(text)) {
    problems.push(
      refused('punctuation', 'A comma or semicolon stands behind the token.', 'leave it out: it was copied along'),
    );
    text = text.replace(/[;,\s]+$/, '');
  }
  text = takeBreaks(text, problems);
  if (text.length + 'Authorization: Bearer '.length > longestLine) {
    problems.push(
      note(
        'large',
        `The token is ${text.length} bytes long, more than one header line may be: Apache and nginx answer 400 unless their limits are raised.`,
        'put fewer claims into it, or raise LimitRequestFieldSize (Apache) and large_client_header_buffers (nginx)',
      ),
    );
  }
  return { token: text, problems };
}

/** A whole answer of a token endpoint, or a form field: the token is one value of it. */
function takeName(text: string): { readonly rest: string; readonly problem: TokenProblem } | null {
  const json = /^\s*\{[\s\S]*"(access_token|id_token|token|jwt)"\s*:\s*"([^"]*)"/.exec(text);
  const field = json ?? /^\s*(access_token|id_token|token|jwt)=([^&\s;]*)/.exec(text);
  if (!field) return null;
  const problem = note(
    'whole-answer',
    json
      ? `This is a whole JSON answer; the token is the value of ${field[1]} alone.`
      : `${field[1]}= stands before the token.`,
    json ? `take the value of ${field[1]} out of it: jq -r .${field[1]}` : 'leave the name out',
  );
  return { rest: field[2]!, problem };
}

function takeQuotes(text: string, problems: TokenProblem[], which: 'opening' | 'either'): string {
  const trimmed = text.trim();
  const pair = quotePairs.find(
    ([open, close]) =>
      trimmed.length > 1 && (trimmed.startsWith(open) || (which === 'either' && trimmed.endsWith(close))),
  );
  if (!pair) return text;
  problems.push(
    refused('quotes', 'Quotes stand around the token and would be sent as part of it.', 'send it without quotes'),
  );
  const [open, close] = pair;
  const start = trimmed.startsWith(open) ? open.length : 0;
  return trimmed.slice(start, trimmed.endsWith(close) ? -close.length : undefined);
}

function takeScheme(text: string, problems: TokenProblem[]): string {
  let rest = text.trim();
  let schemes = 0;
  for (;;) {
    const scheme = /^bearer(?:(\s+|$)|([:=])\s*)/i.exec(rest);
    if (!scheme) break;
    schemes++;
    if (scheme[2]) {
      problems.push(
        refused(
          'bearer-without-blank',
          'Bearer is followed by a sign in place of a blank.',
          'write Authorization: Bearer TOKEN, one blank between them',
        ),
      );
    }
    rest = rest.slice(scheme[0].length);
  }
  if (/^bearer(?=eyJ)/i.test(rest)) {
    schemes++;
    rest = rest.slice('bearer'.length);
    problems.push(
      refused(
        'bearer-without-blank',
        'There is no blank between Bearer and the token.',
        'write Authorization: Bearer TOKEN',
      ),
    );
  }
  if (schemes > 1) {
    problems.push(
      refused(
        'bearer-twice',
        `Bearer stands there ${schemes === 2 ? 'twice' : `${schemes} times`}: the server takes the second one for the token.`,
        'write it once; many clients add it by themselves',
      ),
    );
  }
  const other = /^(basic|digest|negotiate|token|jwt|apikey|dpop)\s+/i.exec(rest);
  if (other && schemes === 0) {
    problems.push(
      refused(
        'other-scheme',
        `The scheme is ${other[1]}, where a bearer token is sent under Bearer.`,
        'write Authorization: Bearer TOKEN, unless the application asks for another scheme',
      ),
    );
    rest = rest.slice(other[0].length);
  }
  return rest;
}

function takeBreaks(text: string, problems: TokenProblem[]): string {
  const trimmed = text.replace(/[ \t\r\n]+$/, '').replace(/^[ \t\r\n]+/, '');
  if (/[\r\n]|\\n|%0[ad]/i.test(trimmed)) {
    problems.push(
      refused(
        'line-break',
        'There is a line break inside the token: a header ends there, and the rest is lost.',
        'write it on one line (base64 -w0, tr -d "\\n"); terminals and mail programs break long lines',
      ),
    );
  } else if (/\s/.test(trimmed)) {
    problems.push(refused('blank', 'There is a blank inside the token.', 'copy it again as one word'));
  }
  return trimmed.replace(/\s+|\\r|\\n|%0[ad]/gi, '');
}
