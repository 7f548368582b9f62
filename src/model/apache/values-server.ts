import { wordsOf } from '../../syntax/apache-words.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import { parseSubnet } from '../addresses.ts';
import { hasWildcard } from '../fnmatch.ts';
import { readProxyList } from './remote-ip.ts';
import type { ValueCheck } from './values.ts';
import { invalid } from './values-core.ts';

/** One of some words, whatever the letter case. */
const oneOf =
  (words: string, message: string | ((value: string) => string)): ValueCheck =>
  ([value = '']) =>
    words.split(' ').includes(value.toLowerCase())
      ? null
      : invalid(typeof message === 'string' ? message : message(printable(value)));

const onOrOff = oneOf('on off', "parameter must be 'on' or 'off'");

/** Leading digits as C's atoi takes them; 0 where there are none. */
const integer = (text: string): number => Number.parseInt(text, 10) || 0;

const listen: ValueCheck = (args) => {
  const [address = ''] = args;
  if (args.length < 1 || args.length > 2) return invalid('Listen requires 1 or 2 arguments.');
  const match = /^(?:(\[[^\]]*\]|[^:]*):)?(\d+)$/.exec(address);
  if (match) {
    const port = Number(match[2]);
    return port < 1 || port > 65535 ? invalid('Invalid address or port') : null;
  }
  return invalid(/:[^:\]]*$/.test(address) ? 'Invalid address or port' : 'Port must be specified');
};

const serverName: ValueCheck = ([name = '']) => {
  if (hasWildcard(name)) {
    return invalid(`Invalid ServerName "${printable(name)}" use ServerAlias to set multiple server names.`);
  }
  const scheme = name.indexOf('://');
  const host = scheme < 0 ? name : name.slice(scheme + 3);
  const colon = host.indexOf(':');
  const port = colon < 0 ? 1 : integer(host.slice(colon + 1));
  return port <= 0 || port >= 65536
    ? invalid(`The port number "${printable(name)}" is outside the appropriate range (i.e., 1..65535).`)
    : null;
};

const levels = new Set(
  'emerg alert crit error warn notice info debug trace1 trace2 trace3 trace4 trace5 trace6 trace7 trace8'.split(' '),
);
const badLevel = 'Log level keyword must be one of emerg/alert/crit/error/warn/notice/info/debug/trace1/.../trace8';

const logLevel: ValueCheck = (args, _directive, _place, { modules }) => {
  for (const word of args) {
    const colon = word.lastIndexOf(':');
    const level = word.slice(colon + 1).toLowerCase();
    const known = levels.has(level);
    if (colon < 0) {
      if (!known) return invalid(badLevel);
      continue;
    }
    const name = word.slice(0, colon);
    if (level === '') {
      return invalid(`Module specifier '${printable(name)}' must be followed by a log level keyword`);
    }
    if (!known) return invalid(`${printable(word)}: ${badLevel}`);
    const module = name.replace(/(?:\.c|_module)$/, '');
    const loaded = modules === null || [module, `mod_${module}`, `http_${module}`].some((one) => modules.has(one));
    // a processing module is called by its symbol
    if (!loaded && !name.startsWith('mpm_') && name !== 'http') {
      return invalid(`Cannot find module ${printable(name)}`);
    }
  }
  return null;
};

const etagWords = new Set(['none', 'all', 'size', 'lmtime', 'mtime', 'lastmodified', 'inode', 'digest']);

const fileETag: ValueCheck = ([raw = '']) => {
  for (const word of wordsOf(raw)) {
    const signed = /^[+-]/.test(word);
    const keyword = signed ? word.slice(1) : word;
    const key = keyword.toLowerCase();
    if (!etagWords.has(key)) return invalid(`Unknown keyword '${printable(keyword)}' for FileETag directive`);
    if (signed && (key === 'none' || key === 'all')) {
      return invalid(`FileETag keyword '${printable(keyword)}' cannot be used with '+' or '-'`);
    }
  }
  return null;
};

const atLeastZero =
  (name: string): ValueCheck =>
  ([value = '']) =>
    integer(value) < 0 ? invalid(`${name} "${printable(value)}" must be a non-negative integer (0 = no limit)`) : null;

const documentRoot: ValueCheck = ([root = ''], _directive, place, checking) => {
  if (place.virtual || place.fragment) return null;
  const path = checking.path(root);
  if (path === null) return null;
  const stat = checking.host.stat(path);
  const bad =
    stat === 'missing' || stat === 'not-a-directory' || (typeof stat !== 'string' && stat.kind !== 'directory');
  return bad ? invalid(`DocumentRoot '${printable(path)}' is not a directory, or is not readable`) : null;
};

/** What mod_remoteip says of a proxy that is no address (mod_remoteip.c, proxies_set); null: nothing, or a name is looked up. */
function proxyTrouble(word: string): string | null {
  if (word.includes('${') || word.includes(hole)) return null;
  const [ip = ''] = word.split('/', 1);
  const mask = word.slice(ip.length);
  const isAddress = ip.includes(':') || /^[\d.]*$/.test(ip);
  const said = `RemoteIP: Error parsing IP ${printable(word)}`;
  if (!isAddress && mask !== '') return `${said} the subnet ${printable(mask)} is invalid`;
  if (!isAddress) return word.includes(',') ? `${said} (Name or service not known error)` : null;
  const subnet = parseSubnet(word);
  if (typeof subnet !== 'string') return null;
  return `${said} (The specified ${subnet === 'bad-mask' ? 'network mask' : 'IP address'} is invalid. error)`;
}

const proxy: ValueCheck = (words, _directive, _place, _checking, command) => {
  const trouble = words.map(proxyTrouble).find((one) => one !== null);
  return trouble === undefined ? null : invalid(`${trouble} for ${command.name}`);
};

/** mod_remoteip.c, proxylist_read: the list is read at start. */
const proxyList: ValueCheck = ([name = ''], _directive, _place, checking, command) => {
  const path = checking.path(name);
  const view = path === null ? 'invisible' : checking.host.stat(path);
  if (view === 'missing' || view === 'not-a-directory') {
    const message = `${command.name}: Could not open file ${printable(path!)}: No such file or directory`;
    return { code: 'apache-include-failed', message };
  }
  const words = path === null ? null : readProxyList(checking.host, path);
  const trouble = words?.map(proxyTrouble).find((one) => one !== null);
  return trouble === undefined ? null : invalid(`${trouble} for ${command.name} in ${printable(path!)}`);
};

/** A log format may not end within an item (parse_log_item, mod_log_config.c). */
const logFormat =
  (index: number): ValueCheck =>
  (args) => {
    for (const [, item] of (args[index] ?? '').matchAll(/%((?:[-!<>,\d]|\{[^}]*(?:\}|$))*.?)/gs)) {
      if (/^(?:[-!<>,\d]|\{[^}]*(?:\}|$))*$/s.test(item!)) {
        return invalid('Ran off end of LogFormat parsing args to some directive');
      }
    }
    return null;
  };

const protocolOptions = new Set(['allow0.9', 'require1.0', 'strict', 'unsafe', 'registeredmethods', 'lenientmethods']);

export const serverValues: Readonly<Record<string, ValueCheck>> = {
  listen,
  servername: serverName,
  serveralias: (_args, _directive, place) =>
    place.virtual || place.fragment ? null : invalid('ServerAlias only used in <VirtualHost>'),
  documentroot: documentRoot,
  remoteipinternalproxy: proxy,
  remoteiptrustedproxy: proxy,
  remoteipinternalproxylist: proxyList,
  remoteiptrustedproxylist: proxyList,
  loglevel: logLevel,
  fileetag: fileETag,
  usecanonicalname: oneOf('on off dns', "parameter must be 'on', 'off', or 'dns'"),
  usecanonicalphysicalport: onOrOff,
  enablesendfile: onOrOff,
  enablemmap: onOrOff,
  hostnamelookups: oneOf('on off double', "parameter must be 'on', 'off', or 'double'"),
  traceenable: oneOf('on off extended', "TraceEnable must be one of 'on', 'off', or 'extended'"),
  servertokens: oneOf(
    'os min minimal major minor prod productonly full',
    "ServerTokens takes 1 argument: 'Prod(uctOnly)', 'Major', 'Minor', 'Min(imal)', 'OS', or 'Full'",
  ),
  serversignature: oneOf('on off email', 'ServerSignature: use one of: off | on | email'),
  acceptpathinfo: oneOf('on off default', 'AcceptPathInfo must be set to on, off or default'),
  allowencodedslashes: oneOf('on off nodecode', 'AllowEncodedSlashes must be On, Off, or NoDecode'),
  multiviewsmatch: (words) => {
    const bad = words.find((word) => !['any', 'nonnegotiated', 'filters', 'handlers'].includes(word.toLowerCase()));
    return bad === undefined ? null : invalid(`Unrecognized option '${printable(bad)}'`);
  },
  httpprotocoloptions: (words) =>
    words.every((word) => protocolOptions.has(word.toLowerCase()))
      ? null
      : invalid(
          "HttpProtocolOptions accepts 'Unsafe' or 'Strict' (default), 'RegisteredMethods' or 'LenientMethods' " +
            "(default), and 'Require1.0' or 'Allow0.9' (default)",
        ),
  limitrequestbody: ([value = '']) =>
    /^\s*\+?\d+$/.test(value) ? null : invalid('LimitRequestBody requires a non-negative integer.'),
  limitrequestline: atLeastZero('LimitRequestLine'),
  limitrequestfields: atLeastZero('LimitRequestFields'),
  limitrequestfieldsize: atLeastZero('LimitRequestFieldSize'),
  logformat: logFormat(0),
  customlog: logFormat(1),
  limitinternalrecursion: (args) =>
    args.every((limit) => integer(limit) > 0) ? null : invalid('The recursion limit must be greater than zero.'),
  flushmaxpipelined: ([value = '']) =>
    /^\s*[+-]?\d+$/.test(value) && integer(value) >= -1
      ? null
      : invalid(`parameter must be a number between -1 and (2147483647): ${printable(value)}`),
  maxranges: ([value = '']) =>
    ['none', 'default', 'unlimited'].includes(value.toLowerCase()) || integer(value) > 0
      ? null
      : invalid("MaxRanges requires 'none', 'default', 'unlimited' or a positive integer"),
};
