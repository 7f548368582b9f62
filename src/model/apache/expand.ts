import type { ApacheCommand } from '../../catalog/apache.ts';
import { EXEC_ON_READ, NONFATAL_OVERRIDE } from '../../catalog/apache.ts';
import type { FileHost } from '../../host/host.ts';
import { isAbsolute, join } from '../../host/paths.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import type { Line } from '../../syntax/apache-lines.ts';
import { directiveOf, kept, textOf } from '../../syntax/apache-lines.ts';
import { closing } from '../../syntax/apache-nesting.ts';
import { wordsOf } from '../../syntax/apache-words.ts';
import { nearest } from '../../text/nearest.ts';
import { printable } from '../../text/printable.ts';
import type { Source } from '../../text/source.ts';
import { splitArguments } from './arguments.ts';
import { decide } from './conditions.ts';
import type { ConfigProblem, Guard, Unseen } from './config.ts';
import { absenceText, includedFiles } from './includes.ts';
import type { Macro } from './macros.ts';
import { defineMacro, expandMacro, firstWord } from './macros.ts';
import { baseOf, nameOfSymbol, symbolInFile } from './modules.ts';
import { problem } from './problems.ts';
import { openSource, Reading } from './reading.ts';
import { resolveVariables } from './variables.ts';
import { Vocabulary } from './vocabulary.ts';

/** How deep Include lines may nest (AP_MAX_INCLUDE_DEPTH). */
const includeLimit = 128;
/** How many files and lines of macros are read in all, against configurations that multiply themselves. */
const fileLimit = 50_000;
const macroLineLimit = 1_000_000;
/** Bytes that variables may put in, in all: they can double each other. */
const variableLimit = 8 * 1024 * 1024;
/** How deep conditions and sections may nest here; httpd has no limit but its stack. */
const conditionLimit = 1000;
const sectionLimit = 200;

/** What is read up to an end: the directives so far, the sections open among them and where the next one goes. */
interface Block {
  readonly directives: ApacheDirective[];
  readonly open: ApacheDirective[];
  into: ApacheDirective[];
  readonly until: string | null;
}

/** Names of directives that may decide who gets in, or what a request comes to. */
const deciding =
  /^(?:auth|require|satisfy$|order$|allow|deny$|<|ssl(?:require|verify)|rewrite|redirect|alias|errordocument|setenv|browsermatch|include|use$|options$|sethandler|session|oidc|shib|mellon|gssapi|krb|cas[a-z]|perl\w*handler|wsgi(?:access|auth)|luahook|sec[a-z]|requestheader|proxypass|directoryindex|fallback)/i;

/** What the first pass starts from. */
export interface ExpansionStart {
  readonly host: FileHost;
  readonly serverRoot: string | null;
  readonly defines: ReadonlyMap<string, string>;
  readonly environment: ReadonlyMap<string, string>;
  /** Loaded at the start; null: not visible. */
  readonly modules: ReadonlySet<string> | null;
  /** Override bits in force, for a .htaccess file, and what files read before have brought to mind; null: the main configuration. */
  readonly htaccess: {
    readonly override: number;
    readonly list: ReadonlySet<string> | null;
    readonly vocabulary: Vocabulary;
  } | null;
}

/**
 * httpd's first pass over its configuration (`ap_build_config`, server/config.c): lines become a tree, while includes,
 * conditions, macros, variables and LoadModule are carried out as they are read. Where httpd would stop, the problem is
 * noted and reading goes on, so that the first problem is httpd's own.
 */
export class Expansion {
  readonly host: FileHost;
  /** A .htaccess file shares those of the server. */
  readonly defines: ReadonlyMap<string, string>;
  modules: ReadonlySet<string> | null;
  readonly problems: ConfigProblem[] = [];
  readonly unseen: Unseen[] = [];
  readonly sources: Source[] = [];
  readonly guards: Guard[] = [];
  readonly unmetIncludes: ApacheDirective[] = [];
  serverRoot: string | null;
  /** What LoadModule lines load: the module, and its first line. */
  readonly loads = new Map<string, ApacheDirective>();
  readonly #environment: ReadonlyMap<string, string>;
  readonly #htaccess: ExpansionStart['htaccess'];
  /** Null until the first is defined. */
  #macros: Map<string, Macro> | null = null;
  #vocabulary: Vocabulary;
  #filesLeft = fileLimit;
  #macroLinesLeft = macroLineLimit;
  #variableBytesLeft = variableLimit;
  #includeDepth = 0;
  #conditionDepth = 0;
  #tooDeep = false;
  /** The innermost section open where an include or a condition is being read. */
  #around: ApacheDirective | null = null;

  constructor(start: ExpansionStart) {
    this.host = start.host;
    this.serverRoot = start.serverRoot;
    this.defines = start.htaccess ? start.defines : new Map(start.defines);
    this.modules = start.htaccess || !start.modules ? start.modules : new Set(start.modules);
    this.#environment = start.environment;
    this.#htaccess = start.htaccess;
    this.#vocabulary = start.htaccess?.vocabulary ?? new Vocabulary();
  }

  /** Reads one file to its end. */
  file(source: Source, via: ApacheDirective | null, limit?: number): ApacheDirective[] {
    this.sources.push(source);
    const reading = new Reading(source, via, limit);
    const directives = this.#build(reading, null);
    if (reading.problem) this.problems.push(reading.problem);
    return directives;
  }

  /** Lines up to the end, or up to the closing tag of the condition `until` (lower case, with its brackets). */
  #build(reading: Reading, until: string | null): ApacheDirective[] {
    const directives: ApacheDirective[] = [];
    const open: ApacheDirective[] = [];
    const block: Block = { directives, open, into: directives, until };
    for (let line = reading.next(); line !== null; line = reading.next()) {
      if (until !== null && open.length === 0 && isTag(line, until)) return directives;
      const resolved = line.variables ? this.#resolve(line) : line;
      const directive = resolved && directiveOf(resolved);
      if (directive && this.#take(directive, block, reading)) return directives;
    }
    // httpd does not miss the closing tag of a condition that holds, nor sections open within it
    if (until === null && open.length > 0) {
      const message = open
        .toReversed()
        .map(({ source, start, name }) => `${source.path}:${source.lineOf(start)}: ${name}> was not closed.`)
        .join('\n');
      this.#complain('apache-section-unclosed', message, open[0]!);
    }
    return directives;
  }

  /** Puts a directive where it belongs, or carries it out; true: it ends the block. */
  #take(directive: ApacheDirective, block: Block, reading: Reading): boolean {
    const { name } = directive;
    const { via } = reading;
    if (via) directive.via = via;
    if (directive.children === null && name.charCodeAt(0) === 60) return this.#close(directive, block);
    const command = this.#vocabulary.command(name, this.modules);
    if (command !== null && (command.where & EXEC_ON_READ) !== 0) {
      const outer = this.#around;
      this.#around = block.open.at(-1) ?? outer;
      for (const brought of this.#execute(command, directive, reading)) block.into.push(brought);
      this.#around = outer;
      return false;
    }
    if (directive.children === null) block.into.push(directive);
    else {
      // what is too deep is read on, for its closing tags, but hangs on nothing
      if (block.open.length < sectionLimit) block.into.push(directive);
      else if (block.open.length === sectionLimit && !this.#tooDeep) {
        this.#tooDeep = true;
        this.#miss('limit', `sections nest more than ${sectionLimit} deep`, directive);
      }
      block.open.push(directive);
      block.into = directive.children;
    }
    return false;
  }

  /** Takes a closing tag; true: it closes the condition around the block, so that a section was forgotten. */
  #close(tag: ApacheDirective, block: Block): boolean {
    const { name } = tag;
    const { open, directives, until } = block;
    const last = open.length === 0 ? null : open[open.length - 1]!;
    if (last !== null && name === this.#vocabulary.closer(last.name)) {
      open.length--;
      // a list that has grown has room for more, which would stay
      last.children = last.children!.slice();
    } else {
      const { message, closes } = closing(name, open);
      if (message !== null) this.#complain('apache-section-mismatch', message, tag);
      if (closes < 0 && until !== null && name.toLowerCase() === until) return true;
      if (closes >= 0) open.length = closes;
    }
    block.into = open.length === 0 ? directives : open[open.length - 1]!.children!;
    return false;
  }

  /**
   * Passes over the lines of a condition that does not hold (`ap_soak_end_container`); only tags are looked at. Where a
   * list is given, the lines go there for those who ask what the condition kept out.
   */
  #skip(reading: Reading, section: ApacheDirective, command: ApacheCommand, into?: ApacheDirective[]): void {
    const open = [command.name.slice(1)];
    for (let line = reading.next(); line !== null; line = reading.next()) {
      const word = firstWord(line);
      if (into && word.charCodeAt(1) !== 47) {
        const passed = directiveOf(line);
        if (passed) into.push(passed);
      }
      if (word.charCodeAt(0) !== 60) continue;
      if (word.charCodeAt(1) === 47) {
        const expected = open.pop()!;
        const name = word.slice(0, -1);
        if (name.slice(2).toLowerCase() !== expected.toLowerCase()) {
          this.#complain('apache-section-mismatch', `Expected </${expected}> but saw ${name}>`, section);
        }
        if (open.length === 0) return;
      } else {
        const text = textOf(line);
        open.push(text === word && word.endsWith('>') ? word.slice(1, -1) : word.slice(1));
      }
    }
    if (reading.problem) return;
    const message = `Expected </${open.at(-1)}> before end of configuration`;
    this.#complain('apache-section-unclosed', message, section);
  }

  #resolve(line: Line): Line | null {
    return resolveVariables(
      line,
      (name) => {
        // a name that is only defined, without a value, is nothing to put in
        const value = this.defines.get(name) || this.#environment.get(name);
        if (value === undefined || this.#variableBytesLeft < 0) return undefined;
        this.#variableBytesLeft -= value.length;
        if (this.#variableBytesLeft >= 0) return value;
        const message = `variables put in more than ${variableLimit / 1024 / 1024} MB`;
        this.unseen.push({ what: 'limit', message, span: { source: line.source, start: line.start, end: line.end } });
        return undefined;
      },
      (name, start, end) => {
        if (name.includes(':') || this.#variableBytesLeft < 0) return;
        const message = `Config variable \${${name}} is not defined`;
        this.unseen.push({ what: 'variable', message, span: { source: line.source, start, end } });
      },
    );
  }

  #complain(code: Parameters<typeof problem>[0], message: string, directive: ApacheDirective): void {
    this.problems.push(problem(code, message, directive));
  }

  #miss(what: Unseen['what'], message: string, directive: ApacheDirective): void {
    this.unseen.push({ what, message, span: directive });
  }

  /** Carries out a directive that is run as it is read; gives the directives that take its place. */
  #execute(command: ApacheCommand, directive: ApacheDirective, reading: Reading): readonly ApacheDirective[] {
    const name = command.name.toLowerCase();
    if (this.#htaccess) {
      const { override, list } = this.#htaccess;
      if ((override & command.where & ~EXEC_ON_READ) === 0 && !list?.has(name)) {
        if ((override & NONFATAL_OVERRIDE) === 0) {
          this.#complain('apache-directive-not-allowed', `${command.name} not allowed here`, directive);
        }
        return [];
      }
    }
    const args = splitArguments(command, directive.raw);
    if (typeof args === 'string') {
      this.#complain('apache-arguments-wrong', args, directive);
      return [];
    }
    switch (name) {
      case 'include':
      case 'includeoptional':
        return this.#include(directive, args[0]!, name === 'includeoptional');
      case 'define':
      case 'undefine':
        this.#define(name, args, directive);
        return [];
      case 'serverroot':
        this.#serverRoot(args[0]!, directive);
        return [];
      case 'loadmodule':
        this.#load(args[0]!, args[1]!, directive);
        return [];
      case '<macro':
        this.#macro(directive, reading);
        return [];
      case 'use':
        return this.#use(directive, reading);
      case 'undefmacro': {
        const macro = args[0]!.toLowerCase();
        if (!this.#macros || this.#macros.size === 0) {
          this.#complain('apache-macro-misused', 'no macro defined before UndefMacro', directive);
        } else if (!this.#macros.delete(macro)) {
          this.#complain('apache-macro-misused', `cannot remove undefined macro '${macro}'`, directive);
        }
        return [];
      }
      case '<ifmodule':
      case '<ifdefine':
      case '<iffile':
      case '<ifdirective':
      case '<ifsection':
      case '<ifversion':
        return this.#condition(command, directive, args, reading);
      default:
        if (name.charCodeAt(0) === 60) this.#skip(reading, directive, command);
        return [];
    }
  }

  #condition(
    command: ApacheCommand,
    directive: ApacheDirective,
    args: readonly string[],
    reading: Reading,
  ): readonly ApacheDirective[] {
    const decision = decide(command.name.toLowerCase(), directive, args, this);
    if (decision.error !== null) this.#complain('apache-condition-invalid', decision.error, directive);
    if (decision.unseen !== null && decision.holds) this.#miss('condition', decision.unseen, directive);
    if (decision.holds && this.#conditionDepth < conditionLimit) {
      this.#conditionDepth++;
      // a list that has grown has room for more, which would stay
      const directives = this.#build(reading, `</${command.name.slice(1).toLowerCase()}>`).slice();
      this.#conditionDepth--;
      this.guards.push({
        directive,
        holds: true,
        guessed: decision.unseen !== null,
        inner: directives,
        around: this.#around,
      });
      return directives;
    }
    if (decision.holds) this.#miss('limit', `conditions nest more than ${conditionLimit} deep`, directive);
    const passed: ApacheDirective[] = [];
    this.#skip(reading, directive, command, passed);
    if (decision.unseen !== null && !decision.holds && passed.some(({ name }) => deciding.test(name)))
      this.#miss('condition', decision.unseen, directive);
    this.guards.push({
      directive,
      holds: false,
      guessed: decision.unseen !== null,
      inner: passed,
      around: this.#around,
    });
    return [];
  }

  #include(directive: ApacheDirective, name: string, optional: boolean): readonly ApacheDirective[] {
    if (this.#filesLeft <= 0) return [];
    if (this.#includeDepth >= includeLimit) {
      // httpd stops here; what else is included would come to the same
      this.#filesLeft = 0;
      const message = `Exceeded maximum include depth of ${includeLimit}, There appears to be a recursion.`;
      this.#complain('apache-include-too-deep', message, directive);
      return [];
    }
    const path = this.path(name);
    if (path === null) {
      this.#miss('include', `${name} is taken from ServerRoot, which is not known`, directive);
      return [directive];
    }
    const included = includedFiles(this.host, path, optional);
    if ('error' in included) {
      this.#complain('apache-include-failed', included.error, directive);
      return [];
    }
    for (const unseen of included.unseen) this.#miss('include', `${unseen} is not visible`, directive);
    if (optional && included.files.length + included.unseen.length === 0) this.unmetIncludes.push(directive);
    // what cannot be seen stays in the tree as a mark of it
    const directives: ApacheDirective[] = included.unseen.length > 0 ? [directive] : [];
    this.#includeDepth++;
    for (const file of included.files) {
      if (this.#filesLeft-- <= 0) {
        if (this.#filesLeft === -1) this.#miss('limit', `more than ${fileLimit} files are included`, directive);
        break;
      }
      const source = openSource(this.host, file);
      if ('absence' in source) {
        if (source.absence === 'invisible') {
          this.#miss('include', `${file} is not visible`, directive);
          directives.push(directive);
          continue;
        }
        const message = `Could not open configuration file ${file}: ${absenceText(source.absence)}`;
        this.#complain('apache-include-failed', message, directive);
        continue;
      }
      for (const read of this.file(source, directive)) directives.push(read);
    }
    this.#includeDepth--;
    return directives;
  }

  /** A path taken from ServerRoot (`ap_server_root_relative`); null where that is not known. */
  path(name: string): string | null {
    if (isAbsolute(name)) return join('/', name);
    return this.serverRoot === null ? null : join(this.serverRoot, name);
  }

  #define(name: string, args: readonly string[], directive: ApacheDirective): void {
    if (this.#htaccess) {
      const message = `${name === 'define' ? 'Define' : 'UnDefine'} cannot occur within htaccess files`;
      this.#complain('apache-directive-not-allowed', message, directive);
    } else if (args[0]!.includes(':')) {
      this.#complain('apache-value-invalid', "Variable name must not contain ':'", directive);
    } else {
      const defines = this.defines as Map<string, string>;
      if (name === 'undefine') defines.delete(args[0]!);
      // a second Define without a value leaves the first one's value
      else if (args[1] !== undefined || !defines.has(args[0]!)) defines.set(args[0]!, args[1] ?? '');
    }
  }

  #serverRoot(value: string, directive: ApacheDirective): void {
    const stat = this.host.stat(join('/', value));
    if (stat === 'missing' || (typeof stat !== 'string' && stat.kind !== 'directory')) {
      this.#complain('apache-value-invalid', 'ServerRoot must be a valid directory', directive);
      return;
    }
    this.serverRoot = join('/', value);
  }

  #load(symbol: string, file: string, directive: ApacheDirective): void {
    const held = symbolInFile(file);
    if (held !== null && held !== symbol && !this.modules?.has(nameOfSymbol(symbol))) {
      const message = `Can't locate API module structure \`${symbol}' in file ${file}`;
      this.#complain('apache-module-not-loadable', message, directive);
      return;
    }
    const name = nameOfSymbol(symbol);
    const base = baseOf(name);
    if (base !== null && this.modules?.has(base) === false && !this.unseen.some(({ what }) => what === 'include')) {
      const message = `Cannot load ${file} into server: no line before it loads ${base}, whose symbols it needs`;
      this.#complain('apache-module-not-loadable', message, directive);
      return;
    }
    if (!this.loads.has(name)) this.loads.set(name, directive);
    if (this.modules) this.modules = (this.#htaccess ? new Set(this.modules) : (this.modules as Set<string>)).add(name);
    this.#vocabulary = new Vocabulary();
  }

  #macro(directive: ApacheDirective, reading: Reading): void {
    const macro = defineMacro(directive, () => this.#macroLines(reading));
    if ('error' in macro) this.#complain('apache-macro-misused', macro.error, directive);
    else {
      this.#macros ??= new Map();
      this.#macros.set(macro.name, macro);
    }
  }

  #macroLines(reading: Reading): readonly Line[] | { readonly error: string } {
    const lines: Line[] = [];
    let nesting = 1;
    for (let line = reading.next(); line !== null; line = reading.next()) {
      const word = firstWord(line).toLowerCase();
      if (word === '</macro>' && --nesting === 0) return lines;
      if (word === '<macro') nesting++;
      lines.push(kept(line));
    }
    return { error: 'expected token not found: </Macro>' };
  }

  #use(directive: ApacheDirective, reading: Reading): readonly ApacheDirective[] {
    const [written = '', ...values] = wordsOf(directive.raw);
    const name = written.toLowerCase();
    const macro = this.#macros?.get(name);
    let error: string | null = null;
    // what surrounds a part of a configuration may define more macros
    const partial = this.modules === null || this.unseen.some(({ what }) => what === 'include');
    if (partial && name !== '' && !macro && nearest(name, this.#macros?.keys() ?? []).length === 0) {
      this.#miss('include', `the macro ${printable(written)} is defined where it cannot be seen`, directive);
      return [directive];
    }
    if (!this.#macros || this.#macros.size === 0) error = 'no macro defined before Use';
    else if (name === '') error = 'no macro name specified with Use';
    else if (!macro) error = `macro '${name}' undefined`;
    else if (reading.within(name)) error = `recursive use of macro '${name}' is invalid`;
    else {
      const lines = expandMacro(macro, values, directive);
      if (!('error' in lines)) this.#macroLinesLeft -= lines.length + 1;
      if ('error' in lines) error = lines.error;
      else if (this.#macroLinesLeft < 0) {
        this.#miss('limit', `macros make more than ${macroLineLimit} lines`, directive);
      } else reading.push(lines, directive, name);
    }
    if (error !== null) this.#complain('apache-macro-misused', error, directive);
    return [];
  }
}

function isTag(line: Line, tag: string): boolean {
  const { source, start, end, pieces } = line;
  const length = pieces ? pieces.text.length : end - start;
  if (length !== tag.length) return false;
  if ((pieces ? pieces.text.charCodeAt(1) : source.text.charCodeAt(start + 1)) !== 47) return false;
  return textOf(line).toLowerCase() === tag;
}
