import { join } from 'node:path';
import { type Examples, examplesOf } from '../docs/examples.ts';
import { DiskHost } from '../host/disk.ts';

/** The examples of all rules; the build keeps the answer in the package, where no fixtures are. */
export function examples(): Record<string, Examples> {
  return examplesOf(new DiskHost(), join(import.meta.dirname, '../../fixtures/rules'));
}
