import { parseSubnet, sampleAddress } from '../../model/addresses.ts';
import type { ServerRequest } from '../answer.ts';

/** A text that a simple regular expression matches, or null where none is obvious; the caller checks that it does. */
export function samplePattern(source: string): string | null {
  let text = source
    .replace(/^\(\?i\)/, '')
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    // what may not follow is mostly more than the shortest text has
    .replace(/\(\?<?![^()]*\)/g, '');
  // innermost groups: the first alternative, or nothing where it is optional
  for (let round = 0; round < 20; round++) {
    const next = text.replace(/\((?:\?:|\?<\w+>)?([^()]*)\)([?*+])?/, (_, inner: string, times: string | undefined) =>
      times === '?' || times === '*' ? '' : (inner.split('|')[0] ?? ''),
    );
    if (next === text) break;
    text = next;
  }
  if (text.includes('|')) text = text.split('|')[0]!;
  text = text
    .replace(/\.[*+]\??/g, 'x')
    .replace(/\[\^[^\]]*\][*+]?\??/g, 'x')
    .replace(/\[([^\]\\])[^\]]*\](?:[*+]|\{\d+(?:,\d*)?\})?\??/g, '$1')
    .replace(/\\d(?:[*+]|\{\d+(?:,\d*)?\})?/g, '1')
    .replace(/\\w(?:[*+]|\{\d+(?:,\d*)?\})?/g, 'x')
    .replace(/([^\\])[?*]/g, '')
    .replace(/\\([./\-_~])/g, '$1');
  return /[\\()[\]{}*+?|^$]/.test(text) ? null : text;
}

/** A text that a wildcard matches. */
export function sampleWildcard(pattern: string): string {
  return pattern
    .replace(/\*+/g, 'x')
    .replace(/\?/g, 'x')
    .replace(/\[!?\^?(.)[^\]]*\]/g, '$1')
    .replace(/\\(.)/g, '$1');
}

/** What a request may be for a condition to hold, or not to. */
type Sample = Partial<Pick<ServerRequest, 'host' | 'target' | 'method' | 'remote' | 'tls'>>;

const comparison =
  /%\{(HTTP_HOST|SERVER_NAME|REQUEST_URI|QUERY_STRING|REQUEST_METHOD|REMOTE_ADDR|HTTPS)\}\s*(==|!=|=~|!~|=|-eq|-strmatch|-ipmatch|in)\s*(?:\{\s*)?(?:'([^']*)'|"([^"]*)"|m#([^#]*)#|\/((?:[^/\\]|\\.)*)\/)/gi;

/**
 * Requests for a URL that meet the comparisons written in a condition, all of them and each alone, and such as do not; the
 * caller checks which.
 */
export function sampleRequests(condition: string, { target: url }: Pick<ServerRequest, 'target'>): Sample[] {
  const meeting: Sample[] = [];
  const others: Sample[] = [];
  for (const [, name, operator, ...words] of condition.matchAll(comparison)) {
    const variable = name!.toUpperCase();
    const word = words.find((one) => one !== undefined) ?? '';
    const [value, other] = sampleValues(operator!.toLowerCase(), word);
    if (value !== null) meeting.push(sampleOf(variable, value, url));
    if (variable === 'REQUEST_METHOD') others.push({ method: word === 'POST' ? 'PUT' : 'POST' });
    else if (other !== null) others.push(sampleOf(variable, other, url));
  }
  const all = meeting.length > 1 ? [Object.assign({}, ...meeting) as Sample, ...meeting] : meeting;
  return [...all, ...others];
}

function sampleOf(variable: string, value: string, url: string): Sample {
  if (variable === 'REQUEST_URI') return { target: value };
  if (variable === 'QUERY_STRING') return { target: `${url.replace(/\?.*$/s, '')}?${value}` };
  if (variable === 'REQUEST_METHOD') return { method: value };
  if (variable === 'REMOTE_ADDR') return { remote: value };
  if (variable === 'HTTPS') return { tls: value.toLowerCase() === 'on' };
  return { host: value.toLowerCase() };
}

/** A value that meets a comparison, and one that does not; null: none is obvious. */
function sampleValues(operator: string, word: string): readonly [meeting: string | null, other: string | null] {
  if (operator === '=~') return [samplePattern(word), null];
  if (operator === '!~') return [null, samplePattern(word)];
  if (operator === '!=') return [`not-${word}`, word];
  if (operator === '-strmatch') return [sampleWildcard(word), null];
  if (operator !== '-ipmatch') return [word, `not-${word}`];
  const subnet = parseSubnet(word);
  return [typeof subnet === 'string' ? null : sampleAddress(subnet), null];
}
