import type { FindingEntry, ScopeEntry } from './contract.ts';

/** A finding in one text, for formats that have no field for its help. */
export function withHelp({ message, help }: FindingEntry): string {
  return help ? `${message}. ${help}` : message;
}

/** A number with its noun: `1 file`, `2 files`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What a place answers to each login. */
export function answered({ answers: { anonymous, valid, invalid } }: ScopeEntry): string {
  return `no login ${anonymous}, right password ${valid}, wrong password ${invalid}`;
}
