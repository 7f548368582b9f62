import fs from 'node:fs';
import path from 'node:path';
import type { Answer, Predictor, ServerRequest } from '../predict/answer.ts';
import { requestOf, requestsOf } from '../predict/request.ts';
import { reasonEntry } from '../report/document.ts';
import { harmless, printable } from '../text/printable.ts';
import { locate } from '../text/source.ts';
import { openConfiguration } from './configuration.ts';
import { UsageError, type Values } from './run.ts';
import { settle } from './settings.ts';
import { readStandardInput } from './standard-input.ts';

/** `authlint predict`: the server's answer to each request, with its reasons; exit status 1 where it does not start. */
export async function predict(operands: readonly string[], options: Values): Promise<number> {
  const { values } = await settle([], options);
  if (!values.config) throw new UsageError('predict needs --config FILE, the main configuration file of the server');
  if (!values.requests && operands.length === 0) throw new UsageError('predict needs a URL or --requests FILE');
  const requests = values.requests ? requestsFrom(values.requests) : operands.map((url) => requestOf({ url }));
  const { predictor } = await openConfiguration(values.config, values);
  const answers =
    predictor.starts === 'no' ? requests.map(() => refused(predictor)) : requests.map((one) => predictor.answer(one));
  process.stdout.write(
    values.format === 'json' ? json(predictor, values.config, answers) : pretty(predictor, requests, answers),
  );
  return predictor.starts === 'no' ? 1 : 0;
}

function requestsFrom(file: string): ServerRequest[] {
  let text: string;
  try {
    text = file === '-' ? readStandardInput().toString('utf8') : fs.readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${harmless(file)} cannot be read`);
  }
  const parsed = requestsOf(text);
  if ('error' in parsed) throw new UsageError(`${file === '-' ? 'standard input' : harmless(file)}: ${parsed.error}`);
  return parsed.requests;
}

function refused(predictor: Predictor): Answer {
  return { status: 'unknown', wwwAuthenticate: null, because: predictor.startErrors.slice(0, 1) };
}

function json(predictor: Predictor, config: string, answers: readonly Answer[]): string {
  const first = predictor.startErrors[0];
  const at = first?.where ? locate(first.where) : null;
  return `${JSON.stringify({
    version: 1,
    server: predictor.server,
    config: config.split(path.sep).join('/'),
    starts: predictor.starts,
    startError: first
      ? { message: first.message, file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null }
      : null,
    answers: answers.map(({ status, wwwAuthenticate, because }) => ({
      status,
      // a header is bytes: as an HTTP client shows them
      wwwAuthenticate,
      because: because.map(reasonEntry),
    })),
  })}\n`;
}

function pretty(predictor: Predictor, requests: readonly ServerRequest[], answers: readonly Answer[]): string {
  const out: string[] = [];
  for (const error of predictor.startErrors) {
    const at = error.where ? locate(error.where) : null;
    out.push(`${predictor.server} refuses to start: ${harmless(error.message)}`);
    if (at) out.push(`  at ${harmless(at.file)}:${at.line}:${at.column}`);
  }
  for (const [index, answer] of predictor.starts === 'no' ? [] : answers.entries()) {
    const request = requests[index]!;
    const who = request.credentials ? ` as ${printable(request.credentials.user)}` : '';
    const target = `${printable(request.host ?? '')}${printable(request.target)}`;
    out.push(`${printable(request.method)} ${target}${who}: ${answer.status}`);
    if (answer.wwwAuthenticate) out.push(`  asks with ${printable(answer.wwwAuthenticate)}`);
    for (const { message, where } of answer.because) {
      const at = where ? locate(where) : null;
      out.push(`  ${harmless(message)}${at ? ` (${harmless(at.file)}:${at.line}:${at.column})` : ''}`);
    }
  }
  return `${out.join('\n')}\n`;
}
