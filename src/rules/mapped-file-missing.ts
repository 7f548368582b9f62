import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'mapped-file-missing',
  title: 'A password file that the deployment takes from the repository, where it is not',
  server: 'both',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Nobody gets in (401, 403 or 500), or the image cannot be built, until somebody makes the file.',
    why: 'A compose volume, a COPY line or a task names a file that a fresh checkout does not have. Docker makes an empty folder of a missing volume source, and both servers fail over a folder.',
    fix: 'commit the file, correct the path, or make it in a step that the repository tells of',
    fine: 'Where the file is made by hand on every machine: a .gitignore line for it turns the error into a warning, and a line of the README or of a script that makes it is enough.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { there, path, local, kind, volume, inFolder, ignored, maker, placedAt, namedAt } of unit.mapped) {
      // what a volume lacks is told where its absence shows
      if (there || volume !== null) continue;
      const outcome =
        kind === 'copy'
          ? 'the image or machine cannot be set up with it'
          : inFolder
            ? 'the mounted folder hides whatever the image has there'
            : 'Docker puts an empty folder in its place, and a login ends in 500';
      const state = ignored ? 'is left out by .gitignore' : 'is not in the repository';
      yield {
        message: `${printable(local)}, which ${printable(path)} comes from, ${state}: ${outcome}`,
        help: ignored || maker ? 'make the file before the server is set up' : 'commit the file or correct the path',
        where: placedAt,
        // a step that the repository tells of is as good as the file
        severity: maker ? 'info' : ignored ? 'warning' : 'error',
        confidence: ignored || maker ? 'medium' : 'high',
        related: [
          { message: `${printable(path)} is named here`, where: namedAt },
          ...(maker ? [{ message: 'this line tells how to make it', where: maker }] : []),
        ],
      };
    }
  },
};
