// npm run fuzz -- --minutes N [--seed N] [--output FILE]: mutated configurations, kept where they reach more code
import { runBundled } from '../bundled.mjs';

await runBundled(new URL('run.ts', import.meta.url));
