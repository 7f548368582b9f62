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

/** Commands that judge a configuration, and the one that shows what they go by. */
const judging = ['check', 'predict', 'diagnose', 'print-config'];
const checking = ['check', 'print-config'];

export const options = {
  format: {
    type: 'string',
    short: 'f',
    choices: formatNames,
    commands: ['check', 'merge', 'predict', 'verify', 'diagnose', 'token', 'rules'],
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
    commands: ['check', 'merge', 'print-config'],
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
  color: {
    type: 'boolean',
    describe: 'colour the output (--no-color: never; default: on a terminal)',
    commands: ['check', 'merge'],
  },
  root: {
    type: 'string',
    describe: "folder that stands for the server's / (a sysroot)",
    file: true,
    commands: judging,
  },
  map: {
    type: 'string',
    multiple: true,
    describe: 'SERVER=LOCAL: where a path of the server is found here; may be repeated',
    commands: judging,
  },
  live: {
    type: 'boolean',
    describe: 'this machine is the server: read the files that the configuration names',
    commands: ['check'],
  },
  untrusted: {
    type: 'boolean',
    describe:
      "the checkout is a stranger's: --live and maps out of the working directory's checkout are refused (default in CI on pull requests from forks; --no-untrusted: never)",
    commands: judging,
  },
  platform: {
    type: 'string',
    choices: platforms,
    describe:
      'whose crypt() checks the passwords (default: glibc with libxcrypt; check may tell it from images in the tree)',
    commands: [...judging, 'verify'],
  },
  preset: {
    type: 'string',
    choices: ['recommended', 'strict', 'all'],
    describe: 'the rules to start from (default: recommended)',
    commands: checking,
  },
  rule: {
    type: 'string',
    multiple: true,
    describe: 'ID=off|info|warning|error: the level of a rule; may be repeated',
    commands: checking,
  },
  'config-file': {
    type: 'string',
    describe: 'configuration of authlint (default: authlint.config.json or .yaml, or package.json, from here upwards)',
    file: true,
    commands: judging,
  },
  'config-lookup': {
    type: 'boolean',
    describe: '--no-config-lookup: look for no configuration of authlint',
    commands: judging,
  },
  'inline-config': {
    type: 'boolean',
    describe: '--no-inline-config: comments silence nothing',
    commands: checking,
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
    commands: checking,
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
    describe: 'which server it is (default: told by the file; verify: both)',
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

/** A command: how it is called, what it is for, and what its exit status says. */
export interface CommandSpec {
  readonly usage: string;
  readonly describe: string;
  readonly status: string;
}

const judged = '0 nothing at or above --fail-on, 1 findings, 2 the work could not be done';
const done = '0 done, 2 it could not be done';

export const commands = {
  check: {
    usage: 'check [PATH…]',
    describe: 'judge the configuration below the paths (default command, default path .)',
    status: judged,
  },
  predict: {
    usage: 'predict --config FILE [URL…]',
    describe: 'what the server would answer to requests, with the reasons',
    status: '0 answered, 1 the server refuses to start, 2 the work could not be done',
  },
  verify: {
    usage: 'verify FILE USER',
    describe: 'whether a password (from standard input) opens a password file',
    status: '0 accepted, 1 wrong password or no such user, 2 it cannot be checked',
  },
  diagnose: {
    usage: 'diagnose [RESPONSE] [URL]',
    describe:
      'which line gave a 401, 403 or 500 (what curl -i or curl -v prints, from a file or standard input), and what helps',
    status: '0 the line is named, 1 none of these lines gave it, 2 the work could not be done',
  },
  token: {
    usage: 'token',
    describe:
      'what is wrong with a bearer token (a JWT from standard input): expired, cut, for somebody else, unsigned',
    status: '0 nothing against it, 1 a server will refuse it, 2 it cannot be judged',
  },
  explain: {
    usage: 'explain RULE',
    describe: 'what a rule means for a visitor, why, and how to fix it',
    status: done,
  },
  rules: { usage: 'rules', describe: 'list all rules', status: done },
  init: { usage: 'init', describe: 'write a configuration file for this repository', status: done },
  'print-config': {
    usage: 'print-config [FILE]',
    describe: 'the settings in effect, with the level of each rule (for findings in FILE)',
    status: done,
  },
  merge: {
    usage: 'merge FILE…',
    describe: 'join the JSON or SARIF results of --shard runs or of several repositories',
    status: judged,
  },
  completion: {
    usage: 'completion SHELL',
    describe: 'completion for bash, zsh, fish or powershell, or the man page (completion man)',
    status: done,
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;

/** Commands that print in any of the formats; the others do so in two. */
export const reporting: ReadonlySet<CommandName> = new Set(['check', 'merge']);
export const plainFormats: readonly string[] = ['pretty', 'json'];
