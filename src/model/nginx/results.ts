import type { VariableRule } from './config.ts';

/** Every text that a variable's rule may give it, as written. */
export function* resultsOf(rule: VariableRule): Iterable<string> {
  if (rule.kind === 'geo') {
    yield* rule.networks.values();
    if (rule.ranges) yield* rule.ranges.values();
    yield rule.otherwise;
  } else if (rule.kind === 'split') for (const { value } of rule.parts) yield value;
  else if (rule.kind === 'map') {
    for (const { text } of rule.names.values()) yield text;
    for (const { value } of rule.patterns) yield value.text;
    if (rule.otherwise) yield rule.otherwise.text;
  }
}
