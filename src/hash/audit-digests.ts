import type { Absence, FileHost } from '../host/host.ts';
import { getWord } from '../syntax/passwords-apache.ts';
import { kindOf } from '../syntax/passwords-kind.ts';
import { auditApacheLines, type Say, spotOf } from './audit-lines.ts';
import { looksLikeHash, shownName } from './names.ts';
import type { FileAudit, Spot } from './problems.ts';

const renew = 'write a new entry: htdigest FILE REALM USER';

/** Audits a file of htdigest (`user:realm:hash`), which httpd alone reads. */
export function auditDigests(host: FileHost, path: string): FileAudit | Absence {
  const firsts = new Map<string, Spot>();
  return auditApacheLines(host, path, { empty: 'the digest file has no user' }, (line, say, notes) => {
    const { text } = line;
    const [user, second] = getWord(text, 0, ':');
    const [realm, third] = getWord(text, second, ':');
    const [secret] = getWord(text, third, ':');
    if (!entryFault(text, user, realm, secret, say)) return;
    const key = `${user}:${realm}`;
    const spot = spotOf(line, 0, user.length);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, spot);
      return;
    }
    if (!notes.count('duplicate-user')) return;
    notes.keep(spot, {
      code: 'duplicate-user',
      message: `${shownName(user)} stands in line ${notes.line(first.line)} already with this realm: only that entry counts, this one (line ${notes.line(spot.line)}) is dead`,
      help: 'remove the entry that is not meant; the first one wins',
      related: notes.at(first),
      relatedMessage: 'the first entry of this user and realm',
      fatal: [],
    });
  });
}

/** Says what is wrong with an entry; true where it is sound. */
function entryFault(text: string, user: string, realm: string, secret: string, say: Say): boolean {
  const from = text.length - secret.length;
  const malformed = (message: string): false => {
    say({ code: 'digest-malformed', message, help: renew }, 0, text.length);
    return false;
  };
  if (!text.includes(':')) return malformed('this line has no colon, so that it is no entry');
  if (user === '') return malformed('this entry has no user name');
  if (secret === '') {
    if (!looksLikeHash(realm)) return malformed('this entry has no hash behind user and realm');
    if (kindOf(realm) === 'hex-digest') return malformed(`the entry of ${shownName(user)} has no realm`);
    const message = `the entry of ${shownName(user)} is one of htpasswd (user:hash), not of htdigest`;
    const help = 'make it with htdigest, or use AuthType Basic';
    say({ code: 'digest-two-fields', message, help }, 0, text.length);
    return false;
  }
  const blank = /[ \t]$/.test(user) || /^[ \t]/.test(secret);
  if (blank) {
    const message = 'a blank beside a colon became part of the entry';
    say({ code: 'digest-blank', message, help: 'remove the blank' }, 0, text.length);
    return false;
  }
  if (/^[0-9a-f]{32}$/.test(secret)) return true;
  if (/\{\{|\$\{|<%|ENC\[|\{%/.test(secret)) return false;
  const whoever = looksLikeHash(secret) ? ` of ${shownName(user)}` : '';
  const fault = /^[0-9a-fA-F]{32}$/.test(secret)
    ? 'has capital digits, and httpd compares it in small ones'
    : /^[0-9a-fA-F]+$/.test(secret)
      ? `has ${secret.length} hexadecimal digits instead of 32`
      : looksLikeHash(secret)
        ? 'is of htpasswd, and Digest needs the MD5 of user:realm:password'
        : 'is no MD5 in hexadecimal';
  const message = `the hash${whoever} ${fault}`;
  say({ code: 'digest-malformed', message, help: renew }, from, text.length);
  return false;
}
