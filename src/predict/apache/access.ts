import { subnetHolds } from '../../model/addresses.ts';
import { methodIn } from '../../model/apache/methods.ts';
import type { AccessOrder, AccessRule, AccessSettings } from '../../model/apache/settings.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { clientIsIn } from './authz.ts';
import { type Ended, type Exchange, end, reason, Unseen } from './exchange.ts';

/** The access checkers, which run before any login: TLS, AllowMethods and mod_access_compat; null: content. */
export function checkAccess(exchange: Exchange): Ended | null {
  const { settings, site } = exchange;
  // mod_ssl asks nothing more of a plain connection
  const plain = !exchange.request.tls && /^ssl(?:verifyclient|require)$/i.test(settings.rare.elsewhere?.name ?? '');
  if (settings.rare.elsewhere && !plain)
    throw new Unseen(
      reason(
        'apache-module-unseen',
        `what ${printable(settings.rare.elsewhere.name)} decides cannot be predicted`,
        settings.rare.elsewhere,
      ),
    );
  if (settings.rare.tlsOnly && !exchange.request.tls)
    return end(
      exchange,
      403,
      reason('apache-tls-required', 'SSLRequireSSL refuses plain HTTP', settings.rare.tlsOnly.origin),
    );
  if (settings.rare.methods?.value && !settings.rare.methods.value.has(exchange.methodNumber))
    return end(
      exchange,
      405,
      reason('apache-method-refused', 'AllowMethods does not name the method', settings.rare.methods.origin),
    );
  if (!settings.access || !site.has('mod_access_compat')) return null;
  return hostAccess(exchange, settings.access);
}

/** mod_access_compat.c, check_dir_access. */
function hostAccess(exchange: Exchange, access: AccessSettings): Ended | null {
  const method = exchange.methodNumber;
  const given = access.orders.findLast(({ methods }) => methodIn(methods, method));
  const order: AccessOrder = given?.order ?? 'deny,allow';
  const allowed = firstMatch(exchange, access.allows);
  const denied = firstMatch(exchange, access.denies);
  // Mutual-failure is the same as Allow,Deny
  const open = order === 'deny,allow' ? denied === null || allowed !== null : denied === null && allowed !== null;
  if (open) return null;
  const where: Directive | undefined = denied ?? given?.origin ?? access.denies[0]?.origin ?? access.allows[0]?.origin;
  const message = denied
    ? 'Deny applies to the client, before any login is looked at'
    : 'no Allow names the client, and the Order denies everybody else';
  return end(exchange, 403, reason('apache-host-denied', message, where ?? null));
}

function firstMatch(exchange: Exchange, rules: readonly AccessRule[]): Directive | null {
  for (const { rule, methods, origin } of rules) {
    if (!methodIn(methods, exchange.methodNumber)) continue;
    let match = false;
    if (rule.kind === 'all') match = true;
    else if (rule.kind === 'env') match = exchange.environment.has(rule.name);
    else if (rule.kind === 'not-env') match = !exchange.environment.has(rule.name);
    else if (rule.kind === 'ip') match = exchange.address !== null && subnetHolds(rule.subnet, exchange.address);
    else match = clientIsIn(exchange, [rule.name], origin);
    if (match) return origin;
  }
  return null;
}

/** Whether `Satisfy Any` holds for the method, and where it stands. */
export function satisfyAny(exchange: Exchange): Directive | null {
  const { access } = exchange.settings;
  if (!access || !exchange.site.has('mod_access_compat')) return null;
  const last = access.satisfy.findLast(({ methods }) => methodIn(methods, exchange.methodNumber));
  return last?.any ? last.origin : null;
}
