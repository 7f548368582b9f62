import fs from 'node:fs';
import tty from 'node:tty';

/** Most that is read from standard input, in bytes. */
const limit = 1 << 28;

/** Whether somebody sits at standard input. Not `process.stdin.isTTY`: asking that makes a pipe fail where it is slow. */
export function isTyped(): boolean {
  return tty.isatty(0);
}

/** All of standard input; the caller wipes it where it is secret. */
export function readStandardInput(): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.alloc(1 << 16);
    const got = readChunk(chunk);
    if (got === 0 || length > limit) break;
    chunks.push(chunk.subarray(0, got));
    length += got;
  }
  const whole = Buffer.concat(chunks, length);
  for (const chunk of chunks) chunk.fill(0);
  return whole;
}

function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(0, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // closed, a folder, or at its end; only a pipe that is read without waiting gives more later
      if (code !== 'EAGAIN') return 0;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
