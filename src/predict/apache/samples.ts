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
