import { isTyped, readStandardInput } from './standard-input.ts';
import { UsageError } from './usage.ts';

/**
 * A password from a hidden prompt on a terminal, else the first line of standard input, or all of it; bytes as typed
 * (latin-1 string).
 */
export async function readSecret(prompt: string, part: 'line' | 'whole' = 'line'): Promise<string> {
  if (!isTyped()) {
    const bytes = readStandardInput();
    const text = bytes.toString('latin1');
    bytes.fill(0);
    if (part === 'whole') return text;
    const end = text.search(/\r?\n/);
    return end < 0 ? text : text.slice(0, end);
  }
  process.stderr.write(prompt);
  process.stdin.setRawMode(true);
  try {
    return await typed();
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stderr.write('\n');
  }
}

function typed(): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer): void => {
      for (const code of chunk) {
        if (code === 13 || code === 10 || code === 4) {
          process.stdin.off('data', take);
          resolve(text);
          return;
        }
        if (code === 3) {
          process.stdin.off('data', take);
          reject(new UsageError('interrupted'));
          return;
        }
        // a character of several bytes goes as a whole
        if (code === 127 || code === 8) text = text.replace(/[\0-\xff][\x80-\xbf]{0,3}$/, '');
        else text += String.fromCharCode(code);
      }
    };
    process.stdin.on('data', take);
  });
}
