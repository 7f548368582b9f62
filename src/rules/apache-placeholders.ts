/** Whether a value is filled in elsewhere: by a variable, an expression or a template. */
export function isPlaceholder(value: string): boolean {
  return /\$\{|%\{|\{\{|<%|^@@?\w+@@?$|^__\w+__$|^(?:changeme|secret|password|xxx+|\*+|<[^>]*>)$/i.test(value);
}
