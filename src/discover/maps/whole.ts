import { absent, type FileHost } from '../../host/host.ts';

/** More of a file than this is not looked at, in bytes. */
const sizeLimit = 1024 * 1024;

/** All of a file that says where others go (bytes as a latin-1 string); null: there is none, or it is larger than people write them. */
export function wholeText(host: FileHost, file: string, most = sizeLimit): string | null {
  const stat = host.stat(file);
  if (absent(stat) || stat.kind !== 'file' || stat.size > most) return null;
  const read = host.text(file);
  return absent(read) ? null : read.text;
}
