import type { ValueCheck } from './values.ts';
export const rewriteValues: Readonly<Record<string, ValueCheck>> = {};
