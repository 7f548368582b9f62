import type { ApacheCommand } from '../../catalog/apache.ts';
import { usageOf } from '../../catalog/apache-usages.ts';
import { isSpace, Words } from '../../syntax/apache-words.ts';

/** Most arguments of a TAKE_ARGV directive (AP_MAX_ARGC); further words are dropped. */
const argumentLimit = 64;

/**
 * The arguments of a directive as `invoke_cmd` (server/config.c) splits them for its form, or httpd's complaint about
 * their number. RAW_ARGS directives split for themselves and get the whole text as one argument.
 */
export function splitArguments(command: ApacheCommand, raw: string): readonly string[] | string {
  const { name, form } = command;
  const words = new Words(raw, 0, raw.length);
  const take = (): string => {
    words.next();
    return words.value;
  };
  const left = (): boolean => words.at < words.to;
  const wrong = (what: string): string => {
    const usage = usageOf(command);
    return `${name} ${what}${usage === null ? '' : `, ${usage}`}`;
  };
  switch (form) {
    case 'RAW_ARGS':
      return [raw];
    case 'NO_ARGS':
      return raw === '' ? [] : `${name} takes no arguments`;
    case 'TAKE1': {
      const first = take();
      return first === '' || left() ? wrong('takes one argument') : [first];
    }
    case 'TAKE2': {
      const first = take();
      const second = take();
      return first === '' || second === '' || left() ? wrong('takes two arguments') : [first, second];
    }
    case 'TAKE12': {
      const first = take();
      const second = take();
      if (first === '' || left()) return wrong('takes 1-2 arguments');
      return second === '' ? [first] : [first, second];
    }
    case 'TAKE3': {
      const all = [take(), take(), take()];
      return all.includes('') || left() ? wrong('takes three arguments') : all;
    }
    case 'TAKE23': {
      const first = take();
      const second = take();
      const all = left() ? [first, second, take()] : [first, second];
      return first === '' || second === '' || left() ? wrong('takes two or three arguments') : all;
    }
    case 'TAKE123':
    case 'TAKE13': {
      const all = [take()];
      if (left()) all.push(take());
      if (left()) all.push(take());
      if (form === 'TAKE123') return all[0] === '' || left() ? wrong('takes one, two or three arguments') : all;
      const two = all.length === 2 && all[1] !== '';
      return all[0] === '' || two || left() ? wrong('takes one or three arguments') : all;
    }
    case 'ITERATE': {
      const all: string[] = [];
      // an empty quoted word ends the list
      for (let word = take(); word !== ''; word = take()) all.push(word);
      return all.length === 0 ? wrong('requires at least one argument') : all;
    }
    case 'ITERATE2': {
      const first = take();
      if (first === '' || !left()) return wrong('requires at least two arguments');
      const all = [first];
      for (let word = take(); word !== ''; word = take()) all.push(word);
      return all;
    }
    case 'FLAG': {
      // what follows the flag is not looked at
      const flag = take().toLowerCase();
      return flag === 'on' || flag === 'off' ? [flag] : `${name} must be On or Off`;
    }
    case 'TAKE_ARGV': {
      const all: string[] = [];
      while (all.length < argumentLimit && words.next()) all.push(words.value);
      return all;
    }
  }
}

/**
 * Whether the number of arguments in `text` from `from` to `to` is right for a form, without making them; false also
 * where that is not plain to see. Saves the splitting for directives of which nothing else is looked at.
 */
export function rightCount(form: ApacheCommand['form'], text: string, from: number, to: number): boolean {
  let least: number;
  let most: number;
  switch (form) {
    case 'RAW_ARGS':
    case 'TAKE_ARGV':
      return true;
    case 'TAKE1':
      least = most = 1;
      break;
    case 'TAKE2':
      least = most = 2;
      break;
    case 'TAKE12':
      least = 1;
      most = 2;
      break;
    case 'TAKE3':
      least = most = 3;
      break;
    case 'TAKE23':
      least = 2;
      most = 3;
      break;
    case 'TAKE123':
      least = 1;
      most = 3;
      break;
    case 'ITERATE':
      least = 1;
      most = Number.POSITIVE_INFINITY;
      break;
    case 'ITERATE2':
      least = 2;
      most = Number.POSITIVE_INFINITY;
      break;
    default:
      return false;
  }
  let count = 0;
  let at = from;
  while (at < to) {
    const first = text.charCodeAt(at);
    const start = at;
    if (first === 34 || first === 39) {
      at++;
      while (at < to && text.charCodeAt(at) !== first) {
        if (text.charCodeAt(at) === 92) return false;
        at++;
      }
      if (at >= to || at === start + 1) return false;
      at++;
    } else {
      while (at < to && !isSpace(text.charCodeAt(at))) at++;
    }
    count++;
    while (at < to && isSpace(text.charCodeAt(at))) at++;
  }
  return count >= least && count <= most;
}
