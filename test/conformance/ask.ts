import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { CaseRequest, Response } from './case.ts';

interface Reply {
  readonly status: number;
  /** Values of WWW-Authenticate in order. */
  readonly challenges: readonly string[];
}

const closed: Reply = { status: 0, challenges: [] };

/** Sends one request over a connection of its own and reads the head of the answer; 10 seconds at most. */
function exchange(port: number, text: string, from: string): Promise<Reply> {
  return new Promise((resolve) => {
    let head = '';
    let done = false;
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    const finish = (reply: Reply): void => {
      if (done) return;
      done = true;
      clearTimeout(limit);
      socket.destroy();
      resolve(reply);
    };
    const limit = setTimeout(() => finish(closed), 10_000);
    socket.on('connect', () => socket.write(Buffer.from(text, 'latin1')));
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const reply = headOf(head.slice(0, end));
      if (reply.status >= 200) return finish(reply);
      head = head.slice(end + 4);
    });
    socket.on('end', () => finish(head === '' ? closed : headOf(head)));
    socket.on('error', () => finish(closed));
    socket.on('close', () => finish(closed));
  });
}

function headOf(head: string): Reply {
  const [first, ...lines] = head.split('\r\n');
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(first ?? '');
  const challenges = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return line.slice(0, colon).toLowerCase() === 'www-authenticate' ? [line.slice(colon + 1).trim()] : [];
  });
  return status ? { status: Number(status[1]), challenges } : closed;
}

function fields(headers: NonNullable<CaseRequest['headers']>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`));
}

/** The request as bytes (a latin-1 string); text goes out as UTF-8. */
function wire(request: CaseRequest, authorization: string | null): string {
  const { method = 'GET', host = 'example.test', path, headers = {} } = request;
  const lines = [`${method} ${path} HTTP/1.1`];
  if (host !== null) lines.push(`Host: ${host}`);
  lines.push(...fields(headers));
  if (authorization !== null && !Object.keys(headers).some((name) => name.toLowerCase() === 'authorization'))
    lines.push(`Authorization: ${authorization}`);
  if (method !== 'GET' && method !== 'HEAD') lines.push('Content-Length: 0');
  lines.push('Connection: close', '', '');
  return Buffer.from(lines.join('\r\n'), 'utf8').toString('latin1');
}

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

/** RFC 2617 answer to a digest challenge; without a digest challenge there is nothing to send. */
function digest(challenge: string | undefined, request: CaseRequest): string | null {
  if (!challenge || !/^digest /i.test(challenge)) return null;
  const field = (name: string): string | undefined =>
    new RegExp(`[ ,]${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(challenge)?.[1] ??
    new RegExp(`[ ,]${name}=([^",]+)`, 'i').exec(challenge)?.[1];
  const realm = field('realm') ?? '';
  const nonce = field('nonce') ?? '';
  const opaque = field('opaque');
  const { user = '', password = '', method = 'GET', path } = request;
  const ha1 = md5(`${user}:${realm.replace(/\\(.)/g, '$1')}:${password}`);
  const ha2 = md5(`${method}:${path}`);
  const parts = [`username="${user}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${path}"`];
  if (field('qop') === undefined) parts.push(`response="${md5(`${ha1}:${nonce}:${ha2}`)}"`);
  else {
    const cnonce = randomBytes(8).toString('hex');
    parts.push(`response="${md5(`${ha1}:${nonce}:00000001:${cnonce}:auth:${ha2}`)}"`);
    parts.push('qop=auth', 'nc=00000001', `cnonce="${cnonce}"`);
  }
  if (opaque !== undefined) parts.push(`opaque="${opaque}"`);
  return `Digest ${parts.join(', ')}`;
}

/** Asks the server on this port of the loopback net as a client with these credentials would. */
export async function ask(port: number, request: CaseRequest): Promise<Response> {
  const { user, password, remote = '127.0.0.1' } = request;
  const named = user !== null && user !== undefined;
  if (named && request.auth === 'form') return responseOf(await exchange(port, posted(request), remote));
  const basic = named && request.auth !== 'digest';
  const first = basic ? `Basic ${Buffer.from(`${user}:${password ?? ''}`, 'utf8').toString('base64')}` : null;
  let reply = await exchange(port, wire(request, first), remote);
  if (named && !basic && reply.status === 401) {
    const second = digest(reply.challenges[0], request);
    if (second !== null) reply = await exchange(port, wire(request, second), remote);
  }
  return responseOf(reply);
}

function responseOf({ status, challenges }: Reply): Response {
  return { status, www_authenticate: challenges.length > 0 ? challenges.join(', ') : null };
}

/** The form of mod_auth_form, filled in and posted. */
function posted({ host = 'example.test', path, user, password, headers = {} }: CaseRequest): string {
  const form = new URLSearchParams({ httpd_username: user ?? '', httpd_password: password ?? '' }).toString();
  const lines = [`POST ${path} HTTP/1.1`, `Host: ${host}`, 'Content-Type: application/x-www-form-urlencoded'];
  lines.push(...fields(headers), `Content-Length: ${form.length}`, 'Connection: close', '', form);
  return lines.join('\r\n');
}
