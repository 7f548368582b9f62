import type { LocationConf } from '../model/nginx/config.ts';
import type { SecondDoor } from '../predict/nginx/doors.ts';
import { grouped } from '../text/grouped.ts';
import { place } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Draft, Unit } from './rule.ts';

/** How a level keeps strangers out, as a verb to its name. */
export function keeps({ settings }: LocationConf): string {
  const addresses = settings.access && settings.realm === undefined && !loginOf(settings);
  if (!addresses) return 'asks for a login';
  return settings.access?.some(({ allow }) => allow) ? 'lets only some addresses in' : 'lets nobody in';
}

/** Drafts for the doors that a rule picks, one for each open place. */
export function* fromDoors(
  { nginx }: Unit,
  pick: (door: SecondDoor) => boolean,
  word: (door: SecondDoor) => Pick<Draft, 'message' | 'help' | 'severity'>,
): Iterable<Draft> {
  const picked = (nginx?.secondDoors ?? []).filter(
    // of the branches of a template one is put out
    (door) => pick(door) && !(door.how === 'server' && door.openServer.origin.source.template),
  );
  for (const [open, doors] of grouped(picked, (door) => door.open)) {
    yield {
      ...word(doors[0]),
      where: open.origin,
      related: doors
        .slice(0, 5)
        .map(({ closed }) => ({ message: `${place(closed)} ${keeps(closed)}`, where: closed.origin })),
    };
  }
}
