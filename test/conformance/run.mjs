// npm run conformance -- --server nginx --seed N --count N: random configurations against the real server
import { runBundled } from '../bundled.mjs';

await runBundled(new URL('run.ts', import.meta.url));
