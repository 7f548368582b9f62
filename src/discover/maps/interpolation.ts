/** A hash in a text that compose puts variables into. */
export interface WrittenHash {
  readonly start: number;
  readonly end: number;
  /** A part of it is taken for a variable, and left out. */
  readonly cut: boolean;
}

const dollar = String.raw`\${1,2}`;
const letters = '[./0-9A-Za-z]';
const hash = new RegExp(
  [
    `${dollar}apr1${dollar}[^\\s$:]{1,8}${dollar}${letters}{22}`,
    `${dollar}2[abxy]${dollar}\\d\\d${dollar}${letters}{53}`,
    `${dollar}[156]${dollar}(?:rounds=\\d+${dollar})?[^\\s$:]{1,16}${dollar}${letters}{22,86}`,
    `${dollar}g?y${dollar}${letters}+${dollar}${letters}+${dollar}${letters}{43}`,
    `${dollar}argon2(?:id?|d)${dollar}v=\\d+${dollar}[\\w=,]+${dollar}[\\w+/=]+${dollar}[\\w+/=]+`,
  ].join('|'),
  'g',
);

/** Whether a text may hold a hash, at a glance. */
export const mayHoldHash = /\$(?:apr1|2[abxy]|[156]|g?y|argon2)/;

/**
 * The hashes in a text of a compose file, or of a file of variables, that do not reach the container as they were meant:
 * each dollar sign must be doubled. Source: compose-go, package template: `$name` is what the variable holds, nothing
 * where it is not set; `$$` is one dollar sign; other dollar signs stay, which older releases refuse.
 */
export function undoubledHashes(text: string, known: ReadonlyMap<string, string>): WrittenHash[] {
  return Array.from(text.matchAll(hash), (match) => {
    const [written] = match;
    const meant = written.replaceAll('$$', '$');
    const made = written.replace(/\$(?:\$|([A-Za-z_]\w*))/g, (_, name) =>
      name === undefined ? '$' : (known.get(name) ?? ''),
    );
    const single = /(?<!\$)\$(?!\$)/.test(written);
    return { start: match.index, end: match.index + written.length, cut: made !== meant, single };
  }).filter(({ cut, single }) => cut || single);
}
