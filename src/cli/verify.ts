import path from 'node:path';
import type { Platform } from '../catalog/platforms.ts';
import { DiskHost } from '../host/disk.ts';
import { jsonText } from '../report/escaping.ts';
import { encode } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';
import { type Verification, verifyUser } from '../verify.ts';
import { readSecret } from './secret.ts';
import { UsageError, type Values } from './usage.ts';

/**
 * `authlint verify FILE USER`: exit status 0 accepted, 1 wrong password or no such user, 2 no such file or an entry that
 * no server asked for can check.
 */
export async function verify(operands: readonly string[], values: Values): Promise<number> {
  const [file, user, ...rest] = operands;
  if (!file || user === undefined || rest.length > 0) {
    throw new UsageError('verify takes FILE and USER; the password comes from standard input, never as an argument');
  }
  const host = new DiskHost();
  const local = encode(path.resolve(file));
  const stat = host.stat(local);
  if (typeof stat === 'string') throw new UsageError(`${harmless(file)} cannot be read (${stat})`);
  if (stat.kind !== 'file') throw new UsageError(`${harmless(file)} is not a file`);
  const password = await readSecret(`Password of ${harmless(user)}: `);
  const servers = values.server ? [values.server as 'apache' | 'nginx'] : (['apache', 'nginx'] as const);
  const platform = (values.platform ?? 'glibc') as Platform;
  const answers = verifyUser(host, local, encode(user), password, {
    servers,
    platform,
    ...(values.realm !== undefined && { realm: encode(values.realm) }),
  });
  if (values.format === 'json') {
    const shown = answers.map(({ server, result, message, where, platforms }) => ({
      server,
      result,
      message,
      file: where?.file ?? null,
      line: where?.line ?? null,
      platforms,
    }));
    process.stdout.write(jsonText({ version: 1, answers: shown }));
  } else {
    for (const { server, message, where } of answers) {
      const at = where ? ` (line ${where.line})` : '';
      process.stdout.write(`${server}: ${harmless(message)}${at}\n`);
    }
  }
  return statusOf(answers.map(({ result }) => result));
}

/** A server that cannot check the entry says nothing against one that accepts it: the file may be for the other alone. */
function statusOf(results: readonly Verification['result'][]): number {
  const checked = results.filter((result) => result !== 'cannot-be-checked');
  if (checked.length === 0) return 2;
  return checked.every((result) => result === 'accepted') ? 0 : 1;
}
