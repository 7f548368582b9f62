import fs from 'node:fs';
import path from 'node:path';
import type { Answer, Predictor } from '../predict/answer.ts';
import { type GivenRequest, requestOf, requestsOf } from '../predict/request.ts';
import { answerPieces } from '../report/answers.ts';
import { harmless, printable } from '../text/printable.ts';
import { locate } from '../text/source.ts';
import { openConfiguration } from './configuration.ts';
import { settle } from './settings.ts';
import { readStandardInput } from './standard-input.ts';
import { writeOut } from './standard-output.ts';
import { UsageError, type Values } from './usage.ts';

/** `authlint predict`: the server's answer to each request, with its reasons; exit status 1 where it does not start. */
export async function predict(operands: readonly string[], options: Values): Promise<number> {
  const { values } = await settle([], options);
  if (!values.config) throw new UsageError('predict needs --config FILE, the main configuration file of the server');
  if (!values.requests && operands.length === 0) throw new UsageError('predict needs a URL or --requests FILE');
  const requests = values.requests ? requestsFrom(values.requests) : operands.map((url) => ({ url }));
  const { predictor } = await openConfiguration(values.config, values);
  const pieces =
    values.format === 'json'
      ? answerPieces(predictor, values.config.split(path.sep).join('/'), answersTo(predictor, requests))
      : pretty(predictor, requests);
  writeOut(joined(pieces));
  return predictor.starts === 'no' ? 1 : 0;
}

function requestsFrom(file: string): readonly GivenRequest[] {
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

function* answersTo(predictor: Predictor, requests: readonly GivenRequest[]): Iterable<Answer> {
  const refused: Answer = { status: 'unknown', wwwAuthenticate: null, because: predictor.startErrors.slice(0, 1) };
  for (const one of requests) yield predictor.starts === 'no' ? refused : predictor.answerOnce(requestOf(one));
}

/** Characters that are written at once. */
const many = 65_536;

/** Small pieces joined to larger ones. */
function* joined(pieces: Iterable<string>): Iterable<string> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < many) continue;
    yield held;
    held = '';
  }
  yield held;
}

function* pretty(predictor: Predictor, requests: readonly GivenRequest[]): Iterable<string> {
  for (const error of predictor.startErrors) {
    yield `${predictor.server} refuses to start: ${harmless(error.message)}\n`;
    const at = error.where ? locate(error.where) : null;
    if (at) yield `  at ${harmless(at.file)}:${at.line}:${at.column}\n`;
  }
  for (const given of predictor.starts === 'no' ? [] : requests) {
    const request = requestOf(given);
    const { status, wwwAuthenticate, because } = predictor.answerOnce(request);
    const who = request.credentials ? ` as ${printable(request.credentials.user)}` : '';
    const target = `${printable(request.host ?? '')}${printable(request.target)}`;
    yield `${printable(request.method)} ${target}${who}: ${status}\n`;
    if (wwwAuthenticate) yield `  asks with ${printable(wwwAuthenticate)}\n`;
    for (const { message, where } of because) {
      const at = where ? locate(where) : null;
      yield `  ${harmless(message)}${at ? ` (${harmless(at.file)}:${at.line}:${at.column})` : ''}\n`;
    }
  }
}
