import type { FromImage } from './deployment.ts';

/** What RUN commands do to the files of an image, as far as it matters to its server. */
interface Reworking extends Pick<FromImage, 'removed' | 'appended'> {
  /** They do more than can be told here. */
  readonly reworked: boolean;
}

const touching =
  /\/etc\/(?:nginx|apache2|httpd)|apache2\/conf|nginx\.conf|httpd\.conf|docker-entrypoint|\ba2(?:en|dis)(?:conf|site|mod)\b|\bmv\s|\bfind\s/;
const accounts = /\b(?:adduser|addgroup|useradd|groupadd|usermod|groupmod|deluser)\b/;
const htpasswd = /(?:^|[\s/])(?:htpasswd|htdigest)\s/;

/** Takes commands apart as a shell does, roughly: what is not one of a few plain forms counts as unknown where it touches a server's files. */
export function reworkingOf(commands: readonly string[]): Reworking {
  const removed: string[] = [];
  const appended: FromImage['appended'][number][] = [];
  let reworked = false;
  for (const command of commands) {
    if (accounts.test(command)) removed.push('/etc/passwd');
    for (const part of command.split(/&&|\|\||;|\n/)) {
      const text = part.trim();
      const away = /^(?:\/bin\/)?rm\s+((?:-\S+\s+)*)(.+)$/.exec(text);
      const added = /^(?:echo|printf)\s+(["'])((?:(?!\1)[^\\$`])*)\1\s*>>\s*["']?(\/[\w./-]+)["']?$/.exec(text);
      if (away && /^[\w./*\s-]+$/.test(away[2]!)) removed.push(...away[2]!.trim().split(/\s+/));
      else if (added) appended.push({ path: added[3]!, text: `${added[2]}\n` });
      else if (/\brm\s/.test(text) || (touching.test(text) && !harmless(text))) reworked = true;
    }
  }
  return { removed, appended, reworked };
}

/** Making a file of users, a folder, a key, or giving files to somebody changes no configuration. */
function harmless(command: string): boolean {
  return (
    htpasswd.test(command) ||
    /^(?:mkdir|chown|chmod|chgrp|touch|openssl|ls|cat(?=\s[^>]*$)|nginx -t|install -d)\b/.test(command)
  );
}

/** Whether CMD, ENTRYPOINT or `command:` of an image of nginx or httpd starts its server as the image does. */
export function startsPlainly(text: string): boolean {
  const words = text
    .replace(/["'[\],;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /^(?:(?:\/bin\/)?sh -c )?(?:exec )?(?:\/docker-entrypoint\.sh ?)?(?:(?:[\w/]*\/)?(?:nginx(?:-debug)?(?: -g daemon off)?|httpd-foreground|httpd -D ?FOREGROUND|apache2-foreground))?$/.test(
    words,
  );
}
