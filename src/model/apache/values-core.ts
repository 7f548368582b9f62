import { wordsOf } from '../../syntax/apache-words.ts';
import { printable } from '../../text/printable.ts';
import type { Complaint } from './check.ts';
import { parseExpression } from './expression.ts';
import type { ValueCheck } from './values.ts';

export const invalid = (message: string): Complaint => ({ code: 'apache-value-invalid', message });

const overrideClasses = new Set(['limit', 'options', 'fileinfo', 'authconfig', 'indexes', 'none', 'all']);
const nonfatal = new Set(['override', 'unknown', 'all']);

/** Names that Options and AllowOverride Options= know, lower case. */
const optionNames = new Set([
  'indexes',
  'includes',
  'includesnoexec',
  'followsymlinks',
  'symlinksifownermatch',
  'execcgi',
  'multiviews',
  'runscripts',
  'none',
  'all',
]);

const allowOverride: ValueCheck = ([raw = '']) => {
  for (const word of wordsOf(raw)) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const key = name.toLowerCase();
    if (key === 'nonfatal') {
      if (equals < 0) return invalid(`=Override, =Unknown or =All expected after ${printable(name)}`);
      if (!nonfatal.has(word.slice(equals + 1).toLowerCase())) continue;
    } else if (key === 'options' && equals >= 0) {
      const bad = word
        .slice(equals + 1)
        .split(',')
        .find((one) => one !== '' && !optionNames.has(one.toLowerCase()));
      if (bad !== undefined) return invalid(`Illegal option ${printable(bad)}`);
    } else if (!overrideClasses.has(key)) return invalid(`Illegal override option ${printable(name)}`);
  }
  return null;
};

/** What a name of Options stands for: the bits that a .htaccess file must be given to set it. */
const optionParts: Readonly<Record<string, readonly string[]>> = {
  includes: ['includes', 'includesnoexec'],
  runscripts: ['multiviews', 'execcgi'],
  all: ['indexes', 'includes', 'includesnoexec', 'followsymlinks', 'execcgi'],
  none: [],
};

const options: ValueCheck = ([raw = ''], _directive, place) => {
  let first = true;
  let merge = false;
  let outright = false;
  for (const word of wordsOf(raw)) {
    const signed = word.startsWith('+') || word.startsWith('-');
    const name = signed ? word.slice(1) : word;
    const key = name.toLowerCase();
    const mixed = 'Either all Options must start with + or -, or no Option may.';
    if (signed) {
      if (!merge && !first && !outright) return invalid(mixed);
      merge = true;
    } else if (!first && merge) return invalid(mixed);
    if (key === 'none' || key === 'all') {
      const shown = key === 'none' ? 'None' : 'All';
      if (!first) {
        return invalid(
          key === 'none'
            ? "'Options None' must be the first Option given."
            : "'Options All' must be the first option given.",
        );
      }
      if (merge) return invalid(`You may not use 'Options +${shown}' or 'Options -${shown}'.`);
      outright = true;
    } else if (!optionNames.has(key)) return invalid(`Illegal option ${printable(name)}`);
    if (place.options !== null && !optionAllowed(key, place.options)) {
      return { code: 'apache-directive-not-allowed', message: `Option ${printable(name)} not allowed here` };
    }
    first = false;
  }
  return null;
};

function optionAllowed(name: string, permitted: ReadonlySet<string>): boolean {
  const granted = new Set<string>();
  for (const one of permitted) for (const part of optionParts[one] ?? [one]) granted.add(part);
  return (optionParts[name] ?? [name]).every((part) => granted.has(part));
}

/** Status codes with a standard reason in httpd's table; others are taken for 500. */
const statusCodes = new Set([
  100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307, 308, 400,
  401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 426, 428,
  429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
]);

/** Whether httpd knows a status code of its own (`ap_index_of_response`). */
export function isStatusCode(code: number): boolean {
  return statusCodes.has(code);
}

const errorDocument: ValueCheck = ([code = '', document = ''], _directive, place, { modules }) => {
  if (!isStatusCode(Number.parseInt(code, 10))) return invalid(`Unsupported HTTP response code ${printable(code)}`);
  if (document.toLowerCase() === 'default') return null;
  const parsed = parseExpression(document, { string: true, modules, restricted: place.htaccess });
  return parsed.error === undefined
    ? null
    : {
        code: 'apache-expression-invalid',
        message: `Cannot parse expression in ErrorDocument: ${printable(parsed.error)}`,
      };
};

export const coreValues: Readonly<Record<string, ValueCheck>> = {
  allowoverride: allowOverride,
  allowoverridelist: (args) =>
    args.length > 1 && args.some((word) => word.toLowerCase() === 'none')
      ? invalid("'None' not allowed with other directives in AllowOverrideList")
      : null,
  options,
  errordocument: errorDocument,
  error: ([raw = '']) => ({ code: 'apache-error-directive', message: printable(wordsOf(raw)[0] ?? '') }),
};
