import { basename } from '../host/paths.ts';

/** What a file is to authlint; null: nothing of ours. */
export type Recognised =
  | 'apache-main'
  | 'apache-fragment'
  | 'htaccess'
  | 'nginx-main'
  | 'nginx-fragment'
  | 'passwords'
  | 'digests'
  | 'groups'
  | null;

/** Folders and names by which people call a server's files. */
export const namesServer: Readonly<Record<'apache' | 'nginx', RegExp>> = {
  apache: /apache|httpd|htaccess|vhost|sites-(?:enabled|available)/i,
  nginx: /nginx|openresty|tengine|angie|freenginx|sites-(?:enabled|available)/i,
};

/** The name by which Apache looks for settings in every folder. */
export const accessFile = '.htaccess';

/** Names and endings that cannot hold configuration: not even opened. */
const never =
  /\.(?:png|jpe?g|gif|ico|svg|webp|woff2?|ttf|eot|otf|pdf|zip|gz|bz2|xz|zst|tar|tgz|jar|war|so|o|a|class|exe|dll|mp[34]|webm|avi|mov|css|less|s[ac]ss|jsx?|tsx?|mjs|cjs|map|x?html?|xml|xsl|md|mdx|rst|adoc|txt|py|pyc|rb|php|phtml|java|kt|go|rs|c|h|cc|cpp|hpp|xs|t|pm|pl|lua|vim|el|sh|bash|zsh|fish|ps1|bat|sql|sqlite|db|csv|tsv|json|lock|toml|ya?ml|po|pot|mo|tf|hcl|nix|log|pem|crt|key|csr|patch|diff|spec|service|timer|socket|te|fc|if|pp|properties|gradle|[1-8])$/i;

/** Names without an ending that say what a file is. */
const neverBare =
  /^(?:Docker|Container|Make|Rake|Gem|Vagrant|Berks|Jenkins|Proc|Guard|Cap|Pip|Just|Task|Puppet|Cheese)file$|^(?:LICEN[CS]E|COPYING|README|CHANGELOG|CHANGES|AUTHORS|NOTICE|INSTALL|TODO|VERSION)$/i;

/** What is put behind a name's own ending: template engines, examples, copies that are out of use. */
const dressing =
  /\.(?:sample|example|dist|default|template|templ|tmpl|tpl|in|j2|jinja2?|erb|epp|mustache|hbs|twig|gotmpl|ctmpl|prod|production|dev|development|staging|local|docker|bak|old|orig|save|backup|disabled?|inactive|off|dpkg-(?:dist|old|new)|rpm(?:new|save))$/i;

/** Names worth opening whatever is in them. */
const likely =
  /^(?:\.?ht(?:access|passwd|digest|group)s?(?:[._-].*)?|htaccess.*|(?:nginx|httpd|apache2?)(?:[-_].*)?|default|default-ssl|(?:(?:web|nginx|apache|http)[-_.]?)?(?:users|passwords?)|.*\.(?:conf|vhost|site|nginx|ngx|apache2?|htaccess|htpasswd|users|inc|include|cfg|types|params|conf_file|config))$/i;

const serverFolder =
  /(?:^|\/)(?:(?:sites|mods|conf|modules)(?:-(?:enabled|available))?|vhosts?(?:\.d)?|conf\.d|snippets|nginx|apache2?|httpd)(?:\/|$)/i;

const siteFolder = /(?:^|\/)(?:sites-(?:enabled|available)|vhosts?(?:\.d)?)\/[^/]+$/i;
const picture = /\.(?:png|jpe?g|gif|ico|svg|webp|woff2?|zip|gz|bz2|xz|tar|pdf|css|js|html?|php|sh|crt|key|pem)$/i;

/** A name without what is put behind its own ending. */
function undressed(name: string): string {
  let bare = name;
  while (dressing.test(bare)) bare = bare.replace(dressing, '');
  return bare === '' ? name : bare;
}

/** Whether a file is worth reading, by its path alone. */
export function worthReading(path: string): boolean {
  const name = basename(path);
  // most files of a web root that are read have this name, and no pattern is as quick to make as it is to compare
  if (name === accessFile) return true;
  const bare = undressed(name);
  // sites are named by their domains, whose endings say nothing
  if (siteFolder.test(path) && !picture.test(name)) return true;
  if (never.test(bare)) return false;
  if (likely.test(bare)) return true;
  // a template may have any name
  if (bare !== name) return !bare.includes('.') || namesServer.nginx.test(path);
  if (bare.includes('.') || neverBare.test(bare)) return false;
  const folder = path.slice(0, path.length - name.length);
  return serverFolder.test(folder) || namesServer.nginx.test(folder) || namesServer.apache.test(folder);
}

export const testData = 'test data';

/** Why a file, whatever is in it, is in effect nowhere; null: it may be. `path` is taken from the folder looked at. */
export function outOfUse(path: string, kind: Recognised): string | null {
  const users = kind === 'passwords' || kind === 'digests' || kind === 'groups';
  if (users && /[._-](?:example|sample|template|tmpl|tpl|dist|default)$/i.test(path)) return 'an example';
  const name = basename(path);
  if (
    name !== accessFile &&
    /\.(?:bak|old|orig|save|backup|disabled?|inactive|off|dpkg-\w+|rpm(?:new|save))$|~$|-20\d{6}$/i.test(name)
  )
    return 'a copy that is out of use';
  if (name.length === path.length) return null;
  if (/(?:^|\/)(?:old|bak|backups?|archived?|deprecated|obsolete|attic|trash)\//i.test(path))
    return 'a copy that is out of use';
  if (
    /(?:^|\/)(?:tests?|t|specs?|__tests__|test[-_]?data|fixtures|__fixtures__|e2e|testing|[\w.-]*[-_](?:tests|test[-_]?data|fixtures))\//i.test(
      path,
    )
  )
    return testData;
  if (/(?:^|\/)(?:vendor|third[-_]?party|bower_components)\//i.test(path)) return 'code of other people';
  return null;
}

const nginxLine =
  /^[ \t]*(?:(?:server|http|events|upstream[ \t]+\S+|location\b[^\n;{}]*|if[ \t]*\([^\n]*\)|limit_except[^\n;{}]*|map[ \t]+\S+[ \t]+\S+|types|geo[^\n;{}]*)[ \t]*(?:\{|$)|(?:auth_basic|auth_basic_user_file|auth_request|proxy_pass|fastcgi_pass|uwsgi_pass|listen|server_name|root|alias|index|return|rewrite|include|allow|deny|satisfy|add_header|proxy_set_header|try_files|error_page|access_log|error_log|worker_processes|user|pid|client_max_body_size|ssl_certificate|set|fastcgi_param|resolver|sendfile|gzip|expires|internal)\b[^\n]*;[ \t\r]*(?:#.*)?$)/gm;

const apacheLine =
  /^[ \t]*(?:<\/?(?:VirtualHost|Directory|DirectoryMatch|Location|LocationMatch|Files|FilesMatch|IfModule|IfDefine|IfVersion|Limit|LimitExcept|Proxy|ProxyMatch|Require(?:All|Any|None)|If|ElseIf|Else|Macro)\b[^\n]*>|(?:Auth(?:Type|Name|UserFile|GroupFile|BasicProvider|DigestProvider|DigestDomain|Merging|zSendForbiddenOnFailure|LDAPURL|z?[A-Z]\w+)|Require|Satisfy|Order|Allow[ \t]+from|Deny[ \t]+from|AllowOverride|Options|DocumentRoot|ServerName|ServerAlias|ServerRoot|LoadModule|ErrorDocument|Rewrite(?:Engine|Rule|Cond|Base)|Redirect(?:Match|Permanent)?|Alias|ScriptAlias|DirectoryIndex|Listen|Include(?:Optional)?|SetEnvIf(?:NoCase)?|SetEnv|(?:Request)?Header|AddType|AddHandler|SetHandler|ExpiresActive|CustomLog|ErrorLog|SSLEngine|ProxyPass(?:Reverse|Match)?|php_(?:value|flag|admin_value))[ \t]+[^\n;]*[^\n;{}\s][ \t\r]*)$/gim;

/** What only a whole configuration of httpd has. */
const hasServer =
  /^[ \t]*(?:ServerRoot[ \t]|LoadModule[ \t]+mpm_|Include(?:Optional)?[ \t]+\S*(?:mods-enabled|conf\.modules\.d|ports\.conf|\*\.load))/im;

const passwordLine =
  /^[^:\s#]{1,255}:(?:\$(?:2[abxy]|apr1|1|5|6|7|y|gy)\$[^\s:]+|\{(?:SHA|SSHA|PLAIN|CRYPT|SHA256)\}\S+|[^:\n]{1,255}:[0-9a-f]{32})[ \t\r]*$/gm;
/** An entry of DES crypt, which many a word looks like. */
const shortLine = /^[^:\s#]{1,255}:[./0-9A-Za-z]{13}[ \t\r]*$/;

function count(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  let found = 0;
  while (found < 50 && pattern.test(text)) found++;
  return found;
}

/** Whether a file that was named by the user may be a password file, whatever its name: lines of text with a colon. */
function mayHoldPasswords(text: string): boolean {
  if (/^(?:\xff\xfe|\xfe\xff)/.test(text)) return true;
  if (/[\0-\x08\x0e-\x1f]/.test(text.slice(0, 1024))) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.filter((line) => /^[^:\s]+:\S*[ \t\r]*$/.test(line)).length * 2 >= lines.length;
}

/** Programs whose files of users look like those of web servers. */
const otherLogins =
  /(?:^|\/)(?:dovecot|postfix|exim4?|courier|mail|mailserver|proftpd|vsftpd|pure-ftpd|mosquitto|squid|prosody|ejabberd|openvpn)(?:\/|$)/i;

/** Hashes that no web server checks, so that another program does. */
const foreignHash = /^[^:\s#]+:(?:\{(?!SHA\}|SSHA\}|PLAIN\}|CRYPT\})[A-Z0-9.-]+\}|\$(?:argon2|pbkdf2|scrypt\$ln))/m;

/** Whether text holds entries of users with hashes, and little else. */
function holdsPasswords(text: string): boolean {
  const lines = entriesIn(text);
  const sure = count(passwordLine, text);
  return sure > 0
    ? sure * 2 >= Math.min(lines.length, 50)
    : lines.length > 0 && lines.every((one) => shortLine.test(one));
}

function entriesIn(text: string): string[] {
  return text.split('\n', 200).filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

const digestLine = /^[^:\n]+:[^:\n]+:[0-9a-f]{32}[ \t\r]*$/;

/** Whether each entry is one of htdigest (`user:realm:hash`), whatever the name of the file says. */
function onlyDigests(text: string): boolean {
  const lines = entriesIn(text);
  return lines.length > 0 && lines.every((line) => digestLine.test(line));
}

/**
 * What a file that was named by the user is, though its text gives no sign: a main file by its own name (but not one
 * that git-crypt has encrypted), or lines that may be passwords.
 */
export function recogniseGiven(path: string, text: string): Recognised {
  const named = text.startsWith('\0GITCRYPT\0') ? null : mainByName(basename(path).toLowerCase());
  return named ?? (mayHoldPasswords(text) ? 'passwords' : null);
}

function mainByName(name: string): Recognised {
  if (/^(?:httpd|apache2)\.conf$/.test(name)) return 'apache-main';
  return name === 'nginx.conf' ? 'nginx-main' : null;
}

/** How much of a file is looked at to recognise it, in bytes. */
export const head = 65_536;

/**
 * What a file is, told by its name and by its text (latin-1, the first `head` bytes are enough). A unit file, an ini
 * file or a my.cnf named .conf has no line that either server would take, and is nothing of ours.
 */
export function recognise(path: string, text: string): Recognised {
  const name = basename(path).toLowerCase();
  const part = text.slice(0, head);
  // programs and pages, be it about htpasswd
  if (/^[#<]/.test(part) && /^(?:#!|<\?xml|<!DOCTYPE|<html)/i.test(part)) return null;
  if (/^\.htdigest|^htdigest$/.test(name) || /\.htdigest$/.test(name)) return 'digests';
  if (/^\.htgroups?(?:$|[._-])/.test(name)) return 'groups';
  if (/^\.htpasswd/.test(name) || /\.htpasswd$/.test(name)) return onlyDigests(text) ? 'digests' : 'passwords';
  if (/^\.?htaccess/.test(name)) return 'htaccess';
  if (/^htpasswd(?!.*\.(?:conf|inc)(?:\.|$))/.test(name)) {
    // notes on making one, or a file of another form
    if (!mayHoldPasswords(part) || foreignHash.test(part)) return null;
    return onlyDigests(part) ? 'digests' : 'passwords';
  }
  const binary = text.includes('\0') && !text.startsWith('\xff\xfe') && !text.startsWith('\xfe\xff');
  if (binary) return null;
  // sections of ini files, which neither server has
  if (/^\[[^\]\n]+\][ \t\r]*$/m.test(part)) return null;
  const nginx = count(nginxLine, part);
  const apache = count(apacheLine, part);
  if (nginx > 0 && nginx >= apache) {
    return /^[ \t]*(?:http|events)[ \t\r\n]*\{/m.test(part) ? 'nginx-main' : 'nginx-fragment';
  }
  if (apache > 0) {
    const whole = /^(?:httpd|apache2)\.conf$/.test(undressed(name))
      ? /^[ \t]*(?:ServerRoot|Listen|PidFile|LoadModule)[ \t]/im.test(part) || hasServer.test(part)
      : /httpd|apache/.test(name) && /^[ \t]*ServerRoot[ \t]/im.test(part);
    // what loads modules but none to process requests is laid over a configuration that does
    if (/^[ \t]*LoadModule[ \t]/im.test(part) && !hasServer.test(part)) return 'apache-fragment';
    return whole ? 'apache-main' : 'apache-fragment';
  }
  const main = mainByName(name);
  if (main || !holdsPasswords(part) || otherLogins.test(path)) return main;
  return onlyDigests(part) ? 'digests' : 'passwords';
}
