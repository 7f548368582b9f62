import type { Condition, NginxConfig, RewriteStep } from '../../model/nginx/config.ts';
import { compileValue, type Value, variablesOf } from '../../model/nginx/value.ts';
import { oncePer } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';

/** A text that something compares a variable with; a pattern as its source. */
export interface Compared {
  readonly text: string;
  readonly pattern: boolean;
}

/** Variables of nginx's own that a value hangs on, through maps, geo blocks and `set`, with what they are compared with. */
export class Tracing {
  /** By the variable's name, lower case. */
  readonly found = new Map<string, Compared[]>();
  readonly #blocks: ReadonlyMap<string, Directive>;
  readonly #steps: readonly RewriteStep[];
  readonly #followed = new Set<string>();

  /** `steps`: what the rewrite module does on the way, outer ones first. */
  constructor(config: NginxConfig, steps: readonly RewriteStep[]) {
    this.#blocks = blocksOf(config);
    this.#steps = steps;
  }

  /** Goes after a value that is compared with the texts. */
  value(value: Value, texts: readonly Compared[] = []): void {
    for (const written of variablesOf(value)) {
      const name = written.toLowerCase();
      const block = this.#blocks.get(name);
      if (block || isSet(this.#steps, name)) this.#follow(name, block);
      else this.#note(name, value.parts!.length === 1 ? texts : []);
    }
  }

  /** Goes after what a condition looks at. */
  condition(test: Condition): void {
    if (test.kind === 'variable') this.value(test.value, [{ text: '1', pattern: false }]);
    else if (test.kind === 'match') this.value(test.value, [{ text: test.pattern.source, pattern: true }]);
    else if (test.kind === 'equal')
      this.value(test.value, test.with.parts ? [] : [{ text: test.with.text, pattern: false }]);
  }

  #note(name: string, texts: readonly Compared[]): void {
    this.found.set(name, [...(this.found.get(name) ?? []), ...texts]);
  }

  #follow(name: string, block: Directive | undefined): void {
    if (this.#followed.has(name)) return;
    this.#followed.add(name);
    this.#set(this.#steps, name, []);
    if (!block) return;
    const keys = (block.children ?? []).flatMap(keyOf);
    const of = block.args.length > 1 ? compileValue(block.args[0]!.value) : compileValue('$remote_addr');
    if (!('error' in of)) this.value(of, keys);
  }

  /** Where a variable is set: under which conditions, and to what. */
  #set(steps: readonly RewriteStep[], name: string, tests: readonly Condition[]): void {
    for (const step of steps) {
      if (step.do === 'if') this.#set(step.location.steps, name, [...tests, step.test]);
      if (step.do !== 'set' || step.name.toLowerCase() !== name) continue;
      for (const test of tests) this.condition(test);
      this.value(step.value);
    }
  }
}

function isSet(steps: readonly RewriteStep[], name: string): boolean {
  return steps.some(
    (step) =>
      (step.do === 'set' && step.name.toLowerCase() === name) || (step.do === 'if' && isSet(step.location.steps, name)),
  );
}

/** The map and geo blocks of a configuration by the variables that they make. */
const blocksOf = oncePer(({ directives }: NginxConfig): ReadonlyMap<string, Directive> => {
  const blocks = new Map<string, Directive>();
  const visit = (list: readonly Directive[]): void => {
    for (const directive of list) {
      const { name, args, children } = directive;
      if (name === 'http') visit(children ?? []);
      else if (name === 'map' || name === 'geo')
        blocks.set((args.at(-1)?.value ?? '').slice(1).toLowerCase(), directive);
    }
  };
  visit(directives);
  return blocks;
});

/** Words of such a block that are no keys. */
const words: ReadonlySet<string> = new Set(
  'default hostnames volatile include ranges proxy proxy_recursive delete'.split(' '),
);

function keyOf({ name }: Directive): readonly Compared[] {
  if (words.has(name)) return [];
  if (name.startsWith('~')) return [{ text: name.replace(/^~\*?/, ''), pattern: true }];
  return [{ text: name.replace(/^\\/, ''), pattern: false }];
}
