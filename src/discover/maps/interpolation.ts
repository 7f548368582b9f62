/** Variables by their names. */
export type Env = ReadonlyMap<string, string>;

/** `NAME=value` lines of a .env file. Source: compose-go, package dotenv: a comment begins with a blank and `#`. */
export function readEnv(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name, value] of text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=(.*)$/gm)) {
    const [, , quoted, plain = ''] = /^[ \t]*(?:(["'])(.*?)\1[ \t\r]*(?:#.*)?$|(.*?)(?:[ \t]#.*)?$)/.exec(value!)!;
    values.set(name!, quoted ?? plain.trim());
  }
  return values;
}

/**
 * A text of a compose file with its variables put in, `$$` for a dollar sign; `unset` says what stands for one that has
 * neither value nor default. Source: the Compose specification, interpolation.
 */
function filledIn(text: string, env: Env, unset: (written: string, name: string) => string): string {
  return text.replace(
    /\$(?:\$|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\}|([A-Za-z_]\w*))/g,
    (written, braced, how, word, plain) => {
      if (written === '$$') return '$';
      const name: string = braced ?? plain;
      const value = env.get(name);
      // with a colon an empty value counts as none
      const given = value !== undefined && !(value === '' && how?.startsWith(':'));
      if (how?.endsWith('-')) return given ? value : word;
      if (how?.endsWith('+') && value !== undefined) return given ? word : '';
      return value ?? unset(written, name);
    },
  );
}

/** A value with its variables put in; null where one is not known. */
export function interpolated(text: string, env: Env): string | null {
  let known = true;
  const out = filledIn(text, env, (written) => {
    known = false;
    return written;
  });
  return known ? out : null;
}

/** A hash in a text that compose puts variables into. */
interface WrittenHash {
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
export function undoubledHashes(text: string, known: Env): WrittenHash[] {
  return Array.from(text.matchAll(hash), (match) => {
    const [written] = match;
    const meant = written.replaceAll('$$', '$');
    const made = filledIn(written, known, () => '');
    const single = /(?<!\$)\$(?!\$)/.test(written);
    return { start: match.index, end: match.index + written.length, cut: made !== meant, single };
  }).filter(({ cut, single }) => cut || single);
}

/** A text that stands in a compose file as the container gets it. What is named as an environment is may be set elsewhere, and is left. */
export function composed(text: string, known: Env): string {
  return filledIn(text, known, (written, name) => (/^[A-Z][A-Z0-9_]*$/.test(name) ? written : ''));
}

/** Where a variable of nginx stands that compose takes for one of its own: the first. */
export function firstTaken(text: string, known: Env): { start: number; end: number } | null {
  for (const { index, 0: written, 1: name } of text.matchAll(/(?<!\$)(?:\$\$)*\$([a-z_][a-z0-9_]*)\b/g))
    if (!known.has(name!)) return { start: index + written.length - name!.length - 1, end: index + written.length };
  return null;
}
