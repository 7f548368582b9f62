import type { LocationConf } from '../../model/nginx/config.ts';
import { inEffect } from '../../model/nginx/levels.ts';
import { compilePattern, matchPattern } from '../../model/regex.ts';
import { oncePer } from '../../once.ts';
import { type Flow, Unknown } from './request.ts';

/** What fastcgi_split_path_info makes of a path: the script and what follows it. */
export interface PathSplit {
  readonly script: string;
  readonly info: string;
}

const patternAt = oncePer((level: LocationConf) => {
  const [directive] = inEffect(level, 'fastcgi_split_path_info');
  return directive ? { directive, pattern: compilePattern(directive.args[0]?.value ?? '') } : null;
});

/** $fastcgi_script_name: the index is put to a path that ends with a slash. Source: ngx_http_fastcgi_script_name_variable. */
export function scriptName(flow: Flow): string {
  const { script } = splitOf(flow);
  return script.endsWith('/') ? script + (inEffect(flow.level, 'fastcgi_index')[0]?.args[0]?.value ?? '') : script;
}

/** $fastcgi_path_info. Source: ngx_http_fastcgi_path_info_variable. */
export function pathInfo(flow: Flow): string {
  return splitOf(flow).info;
}

/** The path is split when that is first asked for, and stays so until the request is led elsewhere. Source: ngx_http_fastcgi_split. */
function splitOf(flow: Flow): PathSplit {
  flow.pathSplit ??= split(flow);
  return flow.pathSplit;
}

function split({ level, uri }: Flow): PathSplit {
  const given = patternAt(level);
  const match = given && (given.pattern ? matchPattern(given.pattern, uri) : undefined);
  if (match === undefined) {
    const message = 'what fastcgi_split_path_info takes for the script cannot be told';
    throw new Unknown({ code: 'nginx-unseen', message, where: given!.directive });
  }
  return match ? { script: match[1] ?? '', info: match[2] ?? '' } : { script: uri, info: '' };
}
