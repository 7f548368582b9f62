import type { Absence, FileHost } from '../host/host.ts';
import { groupLineLimit, groupOf } from '../syntax/groups.ts';
import { auditApacheLines } from './audit-lines.ts';
import type { FileAudit } from './problems.ts';

const form = 'write it as group: user user, with blanks between the users';

/** Audits a group file (`group: user user`), which httpd alone reads. */
export function auditGroups(host: FileHost, path: string): FileAudit | Absence {
  const options = { bufferSize: groupLineLimit, empty: 'the group file has no group' };
  return auditApacheLines(host, path, options, ({ text }, say) => {
    if (/\{\{|\{%|<%|\$\{/.test(text)) return;
    if (!text.includes(':')) {
      const message = 'this line has no colon: all of it is the name of a group without members';
      say({ code: 'group-no-colon', message, help: form }, 0, text.length);
      return;
    }
    // names are not shown: a line that is no group may be anything, a password included
    if (!groupOf(text).members.some((member) => member.includes(','))) return;
    const start = text.indexOf(':') + 1;
    const message = 'members of this group get 401 with a right password: the comma is part of the name before it';
    say({ code: 'group-commas', message, help: form }, start, text.length);
  });
}
