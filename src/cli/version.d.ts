/** The version in package.json, put in by the build. */
declare const __VERSION__: string;

/** The pack and the chunk that the command starts with, put in by the build. */
declare const __FIRST__: readonly [pack: string, chunk: string];
