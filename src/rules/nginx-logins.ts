import type { LocationConf, Setting, Settings } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import type { Value } from '../model/nginx/value.ts';
import type { Directive } from '../syntax/tree.ts';

/** The realm by which a level asks for a Basic login; null where it asks for none. */
export function basicOf({ realm, userFile }: Settings): Setting<Value> | null {
  return realm && realm.value.text !== 'off' && userFile ? realm : null;
}

/** The directive by which a level asks for a login: auth_basic with a file, or auth_request; null where it asks none. */
export function loginOf(settings: Settings): Directive | null {
  const { authRequest } = settings;
  return basicOf(settings)?.origin ?? (authRequest?.value ? authRequest.origin : null);
}

/** The line by which a level itself switches off a login from above; null: it does not. */
export function switchOf({ own, settings: { realm, authRequest } }: LocationConf): Directive | null {
  if (own.has('realm') && realm?.value.text === 'off') return realm.origin;
  return own.has('authRequest') && authRequest?.value === null ? authRequest.origin : null;
}

/** What keeps every stranger out of a level: its login, or a deny all that satisfy any does not lift; null: neither. */
export function lockOf(settings: Settings): Directive | null {
  const { access, satisfyAny } = settings;
  const refusal = satisfyAny?.value ? undefined : access?.find(({ allow, subnet }) => !allow && subnet === null);
  return loginOf(settings) ?? refusal?.origin ?? null;
}

/** Whether a level answers by return, which comes before anything is asked. */
export function answersItself({ steps }: LocationConf): boolean {
  return steps.some((step) => step.do === 'return');
}

/** Whether a level keeps some people out: by a login, by their address, or by being for nginx's own use. */
export function isShut({ settings }: LocationConf): boolean {
  return Boolean(settings.internal?.value || loginOf(settings) || settings.access?.some(({ allow }) => !allow));
}

/** Whether a level asks for a Basic login of its own that nothing beside it can take the place of. */
export function asksBasic({ settings }: LocationConf): boolean {
  return basicOf(settings) !== null && !settings.satisfyAny?.value;
}

/** Whether proxy_pass hands on the Basic login that a level asks for, as it does unless it is told otherwise. */
export function handsLoginOn(level: LocationConf): boolean {
  const { proxySetHeader, passRequestHeaders } = level.settings;
  return (
    level.handler?.kind === 'proxy' &&
    asksBasic(level) &&
    passRequestHeaders?.value !== false &&
    !proxySetHeader?.some(({ name }) => name === 'authorization')
  );
}

/** Whether a level asks anybody for anything: Basic, a subrequest or a token. */
export function asksAny(level: LocationConf): boolean {
  const { realm, authRequest } = level.settings;
  if ((realm && realm.value.text !== 'off') || authRequest?.value) return true;
  const jwt = inEffect(level, 'auth_jwt')[0];
  return jwt !== undefined && jwt.args[0]?.value !== 'off';
}
