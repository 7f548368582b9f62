import type { Platform } from '../../catalog/platforms.ts';
import { checkPassword } from '../../hash/check.ts';
import { absent, type FileHost } from '../../host/host.ts';
import { join } from '../../host/paths.ts';
import { ruleFor } from '../../model/nginx/access.ts';
import type { NginxConfig, Setting } from '../../model/nginx/config.ts';
import type { Value } from '../../model/nginx/value.ts';
import type { Worker } from '../../model/permissions.ts';
import { openPasswordFile } from '../../syntax/passwords.ts';
import { printable } from '../../text/printable.ts';
import { remembered } from '../../text/remembered.ts';
import type { Reason } from '../answer.ts';
import { reason } from './reasons.ts';
import { basicUser, type Flow, Unknown, type Users } from './request.ts';
import { assign, lenient } from './rewriting.ts';
import { valueFor } from './values.ts';

/** What the access modules need of the server. */
export interface AccessContext {
  readonly config: NginxConfig;
  readonly host: FileHost;
  readonly worker: Worker;
  readonly platform: Platform;
  /** Password files read so far, by path. */
  readonly passwords: Map<string, Users>;
}

/** Runs a subrequest of a request and gives its status, its challenges and itself. */
export type Subrequest = (uri: string) => { status: number; challenges: readonly string[]; inner: Flow };

/** One handler's word: null declines, 'ok' lets through, a number refuses. */
type Word = number | 'ok' | null;

/**
 * The access phase: allow/deny, then auth_basic, then auth_request; null where all let through, else the status.
 * Source: ngx_http_core_access_phase, ngx_http_core_post_access_phase.
 */
export function accessPhase(context: AccessContext, flow: Flow, subrequest: Subrequest): number | null {
  if (flow.subrequest) return null;
  const { settings } = flow.level;
  const any = settings.satisfyAny?.value ?? false;
  if (settings.unseen) throw new Unknown(reason('nginx-unseen', settings.unseen.value, settings.unseen.origin));
  for (let index = 0; index < handlers.length; index++) {
    const word = handlers[index]!(context, flow, subrequest);
    if (word === null) continue;
    if (word === 'ok') {
      if (!any) continue;
      flow.accessCode = 0;
      const last = flow.challenges.at(-1);
      if (last) last.alive = false;
      return null;
    }
    if (!any) return word;
    if (word !== 401 && word !== 403) return word;
    if (flow.accessCode !== 401) flow.accessCode = word;
  }
  const code = flow.accessCode;
  flow.accessCode = 0;
  return code === 0 ? null : code;
}

/** Source: ngx_http_access_handler. */
function addresses(_: AccessContext, flow: Flow): Word {
  const rules = flow.level.settings.access;
  if (!rules) return null;
  const rule = ruleFor(rules, flow.client.address, takesBoth(flow));
  if (!rule) return null;
  const said = `${rule.origin.name} ${printable(rule.origin.args[0]!.value, 60)}`;
  flow.reasons.push(
    rule.allow
      ? reason(
          'nginx-address-allowed',
          `${said} lets the address ${printable(flow.client.address, 60)} through`,
          rule.origin,
        )
      : reason(
          'nginx-address-denied',
          `${said} refuses the address ${printable(flow.client.address, 60)}`,
          rule.origin,
        ),
  );
  return rule.allow ? 'ok' : 403;
}

/** Whether the client's IPv4 address is its connection's own, and the socket takes IPv6 too. */
function takesBoth({ client, server, request }: Flow): boolean {
  if (client.address !== client.original) return false;
  const { listens } = server;
  for (let index = 0; index < listens.length; index++)
    if (listens[index]!.both && listens[index]!.port === (request.port ?? 80)) return true;
  return false;
}

/** Source: ngx_http_auth_basic_handler. */
function basic(context: AccessContext, flow: Flow): Word {
  const { realm, userFile } = flow.level.settings;
  if (!realm) {
    if (userFile)
      flow.reasons.push(
        reason('nginx-realm-missing', 'auth_basic_user_file without auth_basic asks for no login', userFile.origin),
      );
    return null;
  }
  const name = valueFor(context.config, flow, realm.value);
  if (name === 'off') {
    flow.reasons.push(reason('nginx-auth-basic-off', 'auth_basic is off here', realm.origin));
    return null;
  }
  if (!userFile) {
    flow.reasons.push(
      reason('nginx-no-user-file', 'auth_basic without auth_basic_user_file asks for no login', realm.origin),
    );
    return null;
  }
  const login = basicUser(flow.authorization);
  const challenge = (why: Reason): Word => {
    flow.reasons.push(why);
    flow.challenges.push({ value: challengeOf(name), alive: true });
    return 401;
  };
  if (!login) {
    const sent = flow.authorization !== null;
    if (sent) flow.trail.named = true;
    return challenge(
      sent
        ? reason(
            'nginx-credentials-unreadable',
            'the Authorization header holds no user and password for Basic',
            realm.origin,
          )
        : reason('nginx-no-credentials', 'no login was sent', realm.origin),
    );
  }
  const file = passwordFile(context, flow, userFile);
  if (typeof file === 'number') return file;
  const entry = file.find(login.user);
  const check = entry && checkPassword(entry, login.password, { platform: context.platform, server: 'nginx' });
  flow.trail.checks.push({ file, check });
  if (!entry) {
    return challenge(
      reason(
        'nginx-user-unknown',
        `no entry of the password file is for the user ${printable(login.user, 60)}`,
        userFile.origin,
      ),
    );
  }
  switch (check) {
    case 'match':
      flow.reasons.push(reason('nginx-password-accepted', 'the password file accepts the login', entry.where));
      return 'ok';
    case 'mismatch':
      return challenge(reason('nginx-password-wrong', 'the entry does not accept this password', entry.where));
    case 'unsupported':
      return challenge(
        reason(
          'nginx-hash-unsupported',
          'the entry is none that nginx can check on this platform, so that no password matches',
          entry.where,
        ),
      );
    case 'error':
      flow.reasons.push(reason('nginx-hash-error', 'crypt() fails on the entry', entry.where));
      return 500;
    default:
      throw new Unknown(
        reason(
          'nginx-password-unknown',
          'whether this password matches the entry cannot be computed here',
          entry.where,
        ),
      );
  }
}

/** The challenge for a realm, one text for each: an answer is kept for every place. */
const challengeOf = remembered(1000, (realm) => `Basic realm="${realm}"`);

function passwordFile(context: AccessContext, flow: Flow, setting: Setting<Value>): Users | number {
  const { config, worker, host, passwords } = context;
  const written = valueFor(config, flow, setting.value);
  const slash = written.endsWith('/') ? '/' : '';
  // a name without variables has been made whole where it was read
  const path = setting.value.parts === null ? written : join(config.confDir, written) + slash;
  if (setting.value.parts !== null) flow.trail.file = path;
  const known = passwords.get(path);
  if (known) return known;
  const where = setting.origin;
  const stat = worker.readable(slash ? path.slice(0, -1) : path);
  const shown = printable(path);
  if (stat === 'invisible') {
    throw new Unknown(
      reason('nginx-user-file-unseen', `the password file ${shown} lies outside what can be seen`, where),
    );
  }
  if (stat === 'missing') {
    flow.reasons.push(reason('nginx-user-file-missing', `the password file ${shown} is not there`, where));
    return 403;
  }
  const file = absent(stat) || slash || stat.kind === 'directory' ? null : openPasswordFile(host, path, 'nginx');
  if (!absent(stat) && (slash || stat.kind === 'directory')) {
    flow.reasons.push(
      reason('nginx-user-file-directory', `the password file ${shown} is a folder or is named like one`, where),
    );
    return 500;
  }
  if (file === 'invisible') {
    throw new Unknown(reason('nginx-user-file-unseen', `what is in ${shown} cannot be seen: it is sealed`, where));
  }
  if (file === null || (absent(file) && file !== 'not-a-file')) {
    flow.reasons.push(reason('nginx-user-file-unreadable', `the worker cannot read the password file ${shown}`, where));
    return 500;
  }
  // a device such as /dev/null reads as an empty file
  const opened = absent(file) ? emptyFile : file;
  passwords.set(path, opened);
  return opened;
}

const emptyFile: Users = { find: () => null };

/** Source: ngx_http_auth_request_handler. */
function authRequest(context: AccessContext, flow: Flow, subrequest: Subrequest): Word {
  const setting = flow.level.settings.authRequest;
  if (!setting) return null;
  if (!setting.value) {
    flow.reasons.push(reason('nginx-auth-request-off', 'auth_request is off here', setting.origin));
    return null;
  }
  const uri = setting.value.text;
  const where = setting.origin;
  const shown = printable(uri, 80);
  const { status, challenges, inner } = subrequest(uri);
  // $status is the subrequest's own by now
  inner.errStatus = status;
  for (const { name, value } of flow.level.settings.authRequestSet ?? [])
    assign(flow, name, lenient(context.config, inner, value));
  if (status >= 200 && status < 300) {
    flow.reasons.push(reason('nginx-auth-request-passed', `the auth_request to ${shown} answers ${status}`, where));
    return 'ok';
  }
  if (status === 401 || status === 403) {
    flow.reasons.push(reason('nginx-auth-request-denied', `the auth_request to ${shown} answers ${status}`, where));
    if (status === 401) for (const value of challenges) flow.challenges.push({ value, alive: true });
    return status;
  }
  flow.reasons.push(
    reason(
      'nginx-auth-request-status',
      `the auth_request to ${shown} answers ${status}, which nginx takes as an error`,
      where,
    ),
  );
  return 500;
}

const handlers = [addresses, basic, authRequest];
