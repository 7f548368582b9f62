/** One response head as pasted, with what is known of the request before it. All strings are bytes (latin-1 strings). */
export interface Exchanged {
  readonly request: SentRequest | null;
  readonly status: number;
  /** Lower-case names, values in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The first part of the body, where it was pasted too. */
  readonly body: string;
}

/** A request as `curl -v` shows it. */
interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly host: string | null;
  /** The Authorization header as sent; '' where the tool has blacked it out; null: none was sent. Never to be printed. */
  readonly authorization: string | null;
}

/** Bytes of a body that are looked at. */
const bodyLimit = 20_000;

const statusLine = /^HTTP\/[\d.]+\s+(\d{3})\b/i;
/** What the network panel of a browser copies. */
const copiedStatus = /^status(?: code)?:?\s+(\d{3})\b/i;
const requestLine = /^([A-Z]{3,20})\s+(\S+)\s+HTTP\/[\d.]+$/;
const headerLine = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/;

/**
 * Takes a paste of `curl -i`, `curl -v`, `curl -iL` (several heads), `wget -S` or the head that a browser's tools copy
 * apart. Empty: there is no response head in it.
 */
export function exchangesIn(pasted: string): readonly Exchanged[] {
  const found: Exchanged[] = [];
  let request: { method: string; target: string; host: string | null; authorization: string | null } | null = null;
  let head: { status: number; headers: Map<string, string[]>; body: string } | null = null;
  let inBody = false;
  const finish = (): void => {
    if (head && head.status >= 200) {
      found.push({ ...head, request });
      request = null;
    }
    head = null;
    inBody = false;
  };
  for (const raw of pasted.replace(/^\ufeff|^\xef\xbb\xbf/, '').split(/\r?\n/)) {
    const kind = /^[<>*{}](?= |$)/.exec(raw)?.[0] ?? '';
    const sent = kind === '>';
    // notes of curl -v; a brace stands for data that went to a file
    if (kind === '*' || kind === '{' || (kind === '}' && raw.length < 60)) continue;
    const line = (kind === '<' || sent ? raw.slice(1).replace(/^ /, '') : raw).replace(/^ {2}(?=HTTP\/|[\w-]+: )/, '');
    if (sent) {
      const asked = requestLine.exec(line.trim());
      if (asked) {
        finish();
        request = { method: asked[1]!, target: asked[2]!, host: null, authorization: null };
      } else if (request) {
        const [, name = '', value = ''] = headerLine.exec(line) ?? [];
        if (name.toLowerCase() === 'host') request.host = value.trim();
        if (name.toLowerCase() === 'authorization')
          request.authorization = /\[?redacted\]?|\*{3,}/i.test(value) ? '' : value;
      }
      continue;
    }
    const status: RegExpExecArray | null = statusLine.exec(line) ?? (head ? null : copiedStatus.exec(line));
    if (status) {
      finish();
      head = { status: Number(status[1]), headers: new Map(), body: '' };
      continue;
    }
    if (!head) continue;
    const field = inBody && kind !== '<' ? null : headerLine.exec(line);
    if (field) {
      const name = field[1]!.toLowerCase();
      head.headers.set(name, [...(head.headers.get(name) ?? []), field[2]!.trim()]);
    } else {
      if ((inBody || line.trim() !== '') && head.body.length < bodyLimit) head.body += `${line}\n`;
      inBody = true;
    }
  }
  finish();
  return found;
}

/** A challenge: its scheme in lower case and its parameters. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** The challenges of WWW-Authenticate (RFC 9110 §11.6.1), several in one line or in several. */
export function challengesOf({ headers }: Pick<Exchanged, 'headers'>): readonly Challenge[] {
  return (headers.get('www-authenticate') ?? []).flatMap((line) => {
    const starts = [
      ...line.matchAll(/(?:^|,\s*)([A-Za-z][\w-]*)(?=\s+[\w-]+\s*=|\s*$|\s*,\s*[A-Za-z]|\s+[\w+/=-]+$)/g),
    ];
    const list = starts.length > 0 ? starts : [{ index: 0, 0: line, 1: line.split(' ')[0]! }];
    return list.map((start, at) => {
      const text = line.slice(start.index + start[0].length, list[at + 1]?.index);
      const parameters = new Map<string, string>();
      for (const [, name, quoted, plain] of text.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g))
        parameters.set(name!.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
      return { scheme: start[1]!.toLowerCase(), parameters };
    });
  });
}
