import { platforms } from './catalog/platforms.ts';
import { formatNames } from './report/format.ts';

/** The command line as data: node's own reader takes it on the hot path, yargs makes help and completion of it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly short?: string;
  readonly choices?: readonly string[];
  readonly describe: string;
  /** Takes the name of a file or folder. */
  readonly file?: true;
  /** Commands that know it; absent: all. */
  readonly commands?: readonly string[];
}

export const options = {
  format: {
    type: 'string',
    short: 'f',
    choices: formatNames,
    describe: 'how to print the result (default: pretty); check and merge take several, the others pretty and json',
  },
  output: {
    type: 'string',
    short: 'o',
    describe: 'file for the --format before it, in place of standard output',
    commands: ['check', 'merge'],
    file: true,
  },
  'fail-on': {
    type: 'string',
    choices: ['error', 'warning', 'info'],
    describe: 'lowest severity that makes the exit status 1 (default: error)',
    commands: ['check', 'merge'],
  },
  fail: {
    type: 'boolean',
    describe: '--no-fail: exit with 0 where findings would give 1',
    commands: ['check', 'merge'],
  },
  quiet: {
    type: 'boolean',
    short: 'q',
    describe: 'findings only, no line per protected place',
    commands: ['check', 'merge'],
  },
  shard: {
    type: 'string',
    describe: 'i/n: judge only the i-th of n parts, for authlint merge to join',
    commands: ['check'],
  },
  'changed-since': {
    type: 'string',
    describe: 'judge only configurations that a git change since this commit touches, includes counted',
    commands: ['check'],
  },
  color: { type: 'boolean', describe: 'colour the output (--no-color: never; default: on a terminal)' },
  root: { type: 'string', describe: "folder that stands for the server's / (a sysroot)", file: true },
  map: {
    type: 'string',
    multiple: true,
    describe: 'SERVER=LOCAL: where a path of the server is found here; may be repeated',
  },
  live: { type: 'boolean', describe: 'this machine is the server: read the files that the configuration names' },
  untrusted: {
    type: 'boolean',
    describe:
      "the checkout is a stranger's: --live and maps out of the working directory's checkout are refused (default in CI on pull requests from forks; --no-untrusted: never)",
  },
  platform: {
    type: 'string',
    choices: platforms,
    describe: 'whose crypt() checks the passwords (default: told from images in the tree, else glibc with libxcrypt)',
  },
  preset: {
    type: 'string',
    choices: ['recommended', 'strict', 'all'],
    describe: 'the rules to start from (default: recommended)',
    commands: ['check', 'print-config'],
  },
  rule: {
    type: 'string',
    multiple: true,
    describe: 'ID=off|info|warning|error: the level of a rule; may be repeated',
    commands: ['check', 'print-config'],
  },
  'config-file': {
    type: 'string',
    describe: 'configuration of authlint (default: authlint.config.json or .yaml, or package.json, from here upwards)',
    file: true,
    commands: ['check', 'predict', 'print-config'],
  },
  'config-lookup': {
    type: 'boolean',
    describe: '--no-config-lookup: look for no configuration of authlint',
    commands: ['check', 'predict', 'print-config'],
  },
  'inline-config': {
    type: 'boolean',
    describe: '--no-inline-config: comments silence nothing',
    commands: ['check'],
  },
  fix: {
    type: 'boolean',
    describe: 'mend what is certain, in place; no place is made more open',
    commands: ['check'],
  },
  'fix-dry-run': { type: 'boolean', describe: 'print what --fix would change as a diff', commands: ['check'] },
  baseline: {
    type: 'string',
    describe: 'file of old findings, which are listed and do not fail the run',
    file: true,
    commands: ['check'],
  },
  'update-baseline': {
    type: 'boolean',
    describe: 'write the baseline where there is none, else take out what is no longer found',
    commands: ['check'],
  },
  'grow-baseline': {
    type: 'boolean',
    describe: 'with --update-baseline: take new findings in too',
    commands: ['check'],
  },
  'list-files': { type: 'boolean', describe: 'print what each file was recognised as, and stop', commands: ['check'] },
  config: {
    type: 'string',
    describe: "the server's main configuration file",
    commands: ['predict', 'diagnose'],
    file: true,
  },
  server: {
    type: 'string',
    choices: ['apache', 'nginx'],
    describe: 'which server it is (default: told by the file)',
    commands: ['predict', 'diagnose', 'verify'],
  },
  prefix: {
    type: 'string',
    describe: "the server's root or prefix, as apache2 -d or nginx -p",
    commands: ['predict', 'diagnose'],
  },
  requests: { type: 'string', describe: 'JSON file of requests, - for standard input', commands: ['predict'] },
  realm: { type: 'string', describe: 'realm of a digest file', commands: ['verify'] },
  jwks: {
    type: 'string',
    describe: 'JWK Set (or a PEM public key) that the signature is checked against',
    commands: ['token'],
    file: true,
  },
  audience: {
    type: 'string',
    multiple: true,
    describe: 'audience that the token must be for; may be repeated',
    commands: ['token'],
  },
  issuer: {
    type: 'string',
    multiple: true,
    describe: 'issuer that the token must be from; may be repeated',
    commands: ['token'],
  },
  leeway: {
    type: 'string',
    describe: 'how far clocks may differ: seconds, or 90s, 2m (default: 0)',
    commands: ['token'],
  },
  now: {
    type: 'string',
    describe: 'judge as of this time (seconds since 1970 or a date; default: the clock)',
    commands: ['token'],
  },
  help: { type: 'boolean', short: 'h', describe: 'show help' },
  version: { type: 'boolean', short: 'V', describe: 'show the version' },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof options;

export const commands = {
  check: {
    usage: 'check [PATH…]',
    describe: 'judge the configuration below the paths (default command, default path .)',
  },
  predict: {
    usage: 'predict --config FILE [URL…]',
    describe: 'what the server would answer to requests, with the reasons',
  },
  verify: { usage: 'verify FILE USER', describe: 'whether a password (from standard input) opens a password file' },
  diagnose: {
    usage: 'diagnose [RESPONSE] [URL]',
    describe:
      'which line gave a 401, 403 or 500 (what curl -i or curl -v prints, from a file or standard input), and what helps',
  },
  token: {
    usage: 'token',
    describe:
      'what is wrong with a bearer token (a JWT from standard input): expired, cut, for somebody else, unsigned',
  },
  explain: { usage: 'explain RULE', describe: 'what a rule means for a visitor, why, and how to fix it' },
  rules: { usage: 'rules', describe: 'list all rules' },
  init: { usage: 'init', describe: 'write a configuration file for this repository' },
  'print-config': {
    usage: 'print-config [FILE]',
    describe: 'the settings in effect, with the level of each rule (for findings in FILE)',
  },
  merge: {
    usage: 'merge FILE…',
    describe: 'join the JSON or SARIF results of --shard runs or of several repositories',
  },
  completion: {
    usage: 'completion SHELL',
    describe: 'completion for bash, zsh, fish or powershell, or the man page (completion man)',
  },
} as const;

export type CommandName = keyof typeof commands;
