/** Bytes of code that run before V8 optimises a function; its own is 132 KiB. */
const budget = 1_000_000;

/**
 * Makes V8 look longer before it optimises what runs often. A run goes through much code for a second or two: optimising
 * it all takes a third of that, and most of it never pays. Not for small runs, which it costs more than it brings.
 */
export function lookLonger(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${budget}`);
}
