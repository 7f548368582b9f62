import type { Colors } from 'picocolors/types.js';
import type { RuleMeta } from '../rules/rule.ts';
import type { CheckDocument } from './contract.ts';
import type { Result } from './result.ts';

/** What a format is given. */
export interface Report {
  readonly document: CheckDocument;
  /** The run itself, with its sources; null after a merge. `document` has the same findings in the same order. */
  readonly result: Result | null;
  readonly version: string;
  /** The working directory (decoded, absolute, with `/`): what relative file names stand below. */
  readonly directory: string;
  /** Findings only. */
  readonly quiet: boolean;
}

/** What is told of the terminal that a report for people goes to. */
export interface Terminal {
  readonly colors: Colors;
  /** Columns of the terminal; null: not cut. */
  readonly width: number | null;
  /** Whether the terminal makes links of OSC 8 sequences. */
  readonly hyperlinks: boolean;
}

export interface DeclaringReport extends Report {
  /** All rules, whether they were applied or not. */
  readonly rules: readonly RuleMeta[];
}

interface Format {
  report(report: DeclaringReport & Terminal): string;
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
