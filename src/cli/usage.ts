import type { OptionName, options } from '../options.ts';
import type { Output } from './outputs.ts';

/** The options of a command line by their names; absent: not given. */
export type Values = {
  [K in OptionName]?: (typeof options)[K] extends { multiple: true }
    ? string[]
    : (typeof options)[K]['type'] extends 'boolean'
      ? boolean
      : string;
} & {
  /** The formats of `check` and `merge` with where each goes. */
  outputs?: readonly Output[];
};

/** A mistake of the caller: one line on standard error and exit status 2. */
export class UsageError extends Error {}
