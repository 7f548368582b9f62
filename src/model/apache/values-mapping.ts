import type { ValueCheck } from './values.ts';
export const mappingValues: Readonly<Record<string, ValueCheck>> = {};
