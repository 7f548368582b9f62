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

/** What a request may be for a condition to hold. */
type Sample = Partial<Pick<ServerRequest, 'host' | 'target' | 'method' | 'remote' | 'tls'>>;

const comparison =
  /%\{(HTTP_HOST|SERVER_NAME|REQUEST_URI|REQUEST_METHOD|REMOTE_ADDR|HTTPS)\}\s*(==|!=|=~|=|-eq|-strmatch|-ipmatch|in)\s*(?:\{\s*)?(?:'([^']*)'|"([^"]*)"|m#([^#]*)#|\/((?:[^/\\]|\\.)*)\/)/gi;

/** Requests that meet the comparisons written in a condition, all of them and each alone; the caller checks that it holds. */
export function sampleRequests(condition: string): Sample[] {
  const samples: Sample[] = [];
  for (const [, name, operator, ...words] of condition.matchAll(comparison)) {
    const variable = name!.toUpperCase();
    const value = sampleValue(operator!.toLowerCase(), words.find((word) => word !== undefined) ?? '');
    if (value === null) continue;
    if (variable === 'REQUEST_URI') samples.push({ target: value });
    else if (variable === 'REQUEST_METHOD') samples.push({ method: value });
    else if (variable === 'REMOTE_ADDR') samples.push({ remote: value });
    else if (variable === 'HTTPS') samples.push({ tls: value.toLowerCase() === 'on' });
    else samples.push({ host: value.toLowerCase() });
  }
  return samples.length > 1 ? [Object.assign({}, ...samples) as Sample, ...samples] : samples;
}

function sampleValue(operator: string, word: string): string | null {
  if (operator === '=~') return samplePattern(word);
  if (operator === '!=') return `not-${word}`;
  if (operator === '-strmatch') return sampleWildcard(word);
  if (operator !== '-ipmatch') return word;
  const subnet = parseSubnet(word);
  return typeof subnet === 'string' ? null : sampleAddress(subnet);
}
