import fs from 'node:fs';

/** Writes to standard output, not through Node's own stream: making that takes as long as judging a small file. */
export function writeOut(pieces: Iterable<string>): void {
  let waits = true;
  const failed = (error: NodeJS.ErrnoException): void => {
    // the reader of a pipe may have had enough
    if (error.code !== 'EPIPE') throw error;
  };
  for (const piece of pieces) {
    let rest = Buffer.from(piece);
    try {
      while (waits && rest.length > 0) rest = rest.subarray(fs.writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
        failed(error as NodeJS.ErrnoException);
        return;
      }
      // a pipe that does not wait for its reader: the stream does, from here on
      waits = false;
      process.stdout.on('error', failed);
    }
    if (rest.length > 0) process.stdout.write(rest);
  }
}
