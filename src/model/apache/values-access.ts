import { printable } from '../../text/printable.ts';
import { parseSubnet } from '../addresses.ts';
import { invalidMethod, methodNumber } from './methods.ts';
import type { ValueCheck } from './values.ts';
import { invalid } from './values-core.ts';

/** allow_cmd of mod_access_compat.c: `from`, then hosts, addresses, `env=` or `all`. */
const allowDeny: ValueCheck = ([from = '', ...where]) => {
  for (const word of where) {
    if (from.toLowerCase() !== 'from') return invalid("allow and deny must be followed by 'from'");
    const key = word.toLowerCase();
    if (key.startsWith('env=') || key === 'all') continue;
    const subnet = parseSubnet(word);
    if (subnet === 'not-an-address') {
      if (word.includes('/')) return invalid('An IP address was expected');
      if (word.includes('#')) return invalid('No comments are allowed here');
    } else if (subnet === 'bad-address') return invalid('The specified IP address is invalid.');
    else if (subnet === 'bad-mask') return invalid('The specified network mask is invalid.');
  }
  return null;
};

/** Methods that httpd knows, in capitals (am_allowmethods, mod_allowmethods.c). */
const allowMethods: ValueCheck = (args) => {
  const other = args.find((word) => word.toLowerCase() !== 'reset' && methodNumber(word) === invalidMethod);
  return other === undefined ? null : invalid(`AllowMethods: Invalid Method '${printable(other)}'`);
};

export const accessValues: Readonly<Record<string, ValueCheck>> = {
  allowmethods: allowMethods,
  order: ([value = '']) =>
    ['allow,deny', 'deny,allow', 'mutual-failure'].includes(value.toLowerCase()) ? null : invalid('unknown order'),
  satisfy: ([value = '']) =>
    ['all', 'any'].includes(value.toLowerCase()) ? null : invalid("Satisfy either 'any' or 'all'."),
  allow: allowDeny,
  deny: allowDeny,
};
