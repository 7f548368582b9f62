import type { Colors } from 'picocolors/types.js';
import type { RuleMeta } from '../rules/rule.ts';
import type { CheckDocument } from './contract.ts';
import type { Result } from './result.ts';

/** What a format is given. */
export interface Report {
  readonly document: CheckDocument;
  /** The run itself, with its sources; null after a merge. `document` has the same findings in the same order. */
  readonly result: Result | null;
  /** All rules, for the formats that declare them. */
  readonly rules: readonly RuleMeta[];
  readonly version: string;
  /** The working directory (decoded, absolute, with `/`): what relative file names stand below. */
  readonly directory: string;
  readonly colors: Colors;
  /** Findings only. */
  readonly quiet: boolean;
  /** Columns of the terminal; null: not cut. */
  readonly width: number | null;
  /** Whether the terminal makes links of OSC 8 sequences. */
  readonly hyperlinks: boolean;
}

export interface Format {
  report(report: Report): string;
}

/** Every format by the name that `--format` takes; only the chosen one is loaded. */
export const formats = {
  pretty: () => import('./pretty.ts'),
  json: () => import('./json.ts'),
  sarif: () => import('./sarif.ts'),
  github: () => import('./github.ts'),
  gitlab: () => import('./gitlab.ts'),
  junit: () => import('./junit.ts'),
  checkstyle: () => import('./checkstyle.ts'),
  rdjson: () => import('./rdjson.ts'),
  unix: () => import('./unix.ts'),
  markdown: () => import('./markdown.ts'),
  html: () => import('./html.ts'),
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];
