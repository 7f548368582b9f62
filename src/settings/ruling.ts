import type { Level, RuleHead, Ruling } from '../rules/rule.ts';

export const presets = ['recommended', 'strict', 'all'] as const;
export type Preset = (typeof presets)[number];

export type Levels = Readonly<Record<string, Level>>;

/** What users say about rules, in the order of its weight: each part overrules the one before. */
export interface RuleChoice {
  readonly preset: Preset;
  readonly rules: Levels;
  readonly overrides: readonly { readonly matches: (file: string) => boolean; readonly rules: Levels }[];
  /** Whether a file is left out altogether. */
  readonly ignored: (file: string) => boolean;
  /** From the command line. */
  readonly last: Levels;
  readonly comments: boolean;
}

function hasRule(preset: Preset, meta: RuleHead): boolean {
  return presets.indexOf(meta.preset ?? 'recommended') <= presets.indexOf(preset);
}

/** The ruling that choices make. Files are given as shown to people. */
export function rulingOf({ preset, rules, overrides, ignored, last, comments }: RuleChoice): Ruling {
  const named = new Set([rules, ...overrides.map((one) => one.rules), last].flatMap((levels) => Object.keys(levels)));
  const known = new Map<string, { readonly levels: Levels; readonly ignored: boolean }>();
  const of = (file: string): { readonly levels: Levels; readonly ignored: boolean } => {
    let own = known.get(file);
    if (!own) {
      const matching = overrides.filter(({ matches }) => matches(file)).map((one) => one.rules);
      own = { levels: Object.assign({}, rules, ...matching, last), ignored: ignored(file) };
      known.set(file, own);
    }
    return own;
  };
  return {
    applies: (meta) => hasRule(preset, meta) || named.has(meta.id),
    level: (meta, file) => {
      const own = of(file);
      if (own.ignored) return 'off';
      return Object.hasOwn(own.levels, meta.id) ? own.levels[meta.id]! : hasRule(preset, meta) ? null : 'absent';
    },
    comments,
  };
}
