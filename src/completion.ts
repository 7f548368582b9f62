import { type CommandSpec, commands, type OptionSpec, options } from './options.ts';

/** Completion scripts and the man page, all made of the option table. */
export const shellNames = ['bash', 'zsh', 'fish', 'powershell', 'man'] as const;
export type ShellName = (typeof shellNames)[number];

export function script(shell: ShellName, version: string): string {
  return makers[shell](version);
}

const makers: Readonly<Record<ShellName, (version: string) => string>> = { bash, zsh, fish, powershell, man };

const specs = Object.entries(options) as [string, OptionSpec][];
const commandList = Object.entries(commands) as [string, CommandSpec][];
const names = commandList.map(([name]) => name);
const shells = shellNames.join(' ');

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const forms = (name: string, { short }: OptionSpec): string[] => [`--${name}`, ...(short ? [`-${short}`] : [])];

function bash(): string {
  const flags = specs.map(([name]) => `--${name}`).join(' ');
  const cases = specs.flatMap(([name, spec]) => {
    if (spec.choices) return [`    ${forms(name, spec).join('|')}) words=${quoted(spec.choices.join(' '))} ;;`];
    return spec.type === 'string' ? [`    ${forms(name, spec).join('|')}) files=1 ;;`] : [];
  });
  return `# bash completion for authlint: source <(authlint completion bash)
_authlint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words= files=
  COMPREPLY=()
  case $previous in
${cases.join('\n')}
    completion) words=${quoted(shells)} ;;
    *)
      if [[ $current == -* ]]; then words=${quoted(flags)}
      elif ((COMP_CWORD == 1)); then words=${quoted(names.join(' '))}; files=1
      else files=1; fi ;;
  esac
  [[ $words ]] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  if [[ $files ]]; then
    local found
    mapfile -t found < <(compgen -f -- "$current")
    COMPREPLY+=("\${found[@]}")
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _authlint authlint
`;
}

function zsh(): string {
  const text = (raw: string): string => raw.replace(/[\\[\]:]/g, '\\$&');
  const lines = specs.map(([name, spec]) => {
    const value =
      spec.type === 'boolean' ? '' : spec.choices ? `:${name}:(${spec.choices.join(' ')})` : `:${name}:_files`;
    const many = spec.multiple || name === 'format' || name === 'output' ? '*' : '';
    return `    ${quoted(`${many}--${name}[${text(spec.describe)}]${value}`)}`;
  });
  const described = commandList.map(
    ([name, { describe }]) => `    ${quoted(`${name}:${describe.replaceAll(':', '\\:')}`)}`,
  );
  return `#compdef authlint
# zsh completion for authlint: authlint completion zsh > "\${fpath[1]}/_authlint"
_authlint() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  _arguments -S \\
${lines.join(' \\\n')} \\
    '1: :{ _describe command commands; _files }' \\
    '*: :{ [[ $words[2] == completion ]] && compadd ${shells} || _files }'
}
if [[ $funcstack[1] == _authlint ]]; then _authlint "$@"; else compdef _authlint authlint; fi
`;
}

function fish(): string {
  const text = (raw: string): string => `'${raw.replace(/[\\']/g, '\\$&')}'`;
  const first = `'not __fish_seen_subcommand_from ${names.join(' ')}'`;
  const lines = [
    '# fish completion for authlint: authlint completion fish > ~/.config/fish/completions/authlint.fish',
    ...commandList.map(([name, { describe }]) => `complete -c authlint -n ${first} -a ${name} -d ${text(describe)}`),
    `complete -c authlint -n '__fish_seen_subcommand_from completion' -f -a ${text(shells)}`,
  ];
  for (const [name, { short, type, choices, describe, commands: known }] of specs) {
    const condition = known && !known.includes('check') ? ` -n '__fish_seen_subcommand_from ${known.join(' ')}'` : '';
    const value = type === 'boolean' ? '' : choices ? ` -x -a ${text(choices.join(' '))}` : ' -r -F';
    lines.push(
      `complete -c authlint${condition} -l ${name}${short ? ` -s ${short}` : ''}${value} -d ${text(describe)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function powershell(): string {
  const text = (raw: string): string => `'${raw.replaceAll("'", "''")}'`;
  const list = (items: readonly string[]): string => `@(${items.map(text).join(', ')})`;
  const choices = specs.flatMap(([name, spec]) =>
    spec.choices ? forms(name, spec).map((form) => `    ${text(form)} = ${list(spec.choices!)}`) : [],
  );
  return `# PowerShell completion for authlint: authlint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName authlint -ScriptBlock {
  param($word, $ast, $position)
  $choices = @{
${choices.join('\n')}
    'completion' = ${list(shellNames)}
  }
  $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $previous = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $words = if ($choices.ContainsKey($previous)) { $choices[$previous] }
    elseif ($word -like '-*') { ${list(specs.map(([name]) => `--${name}`))} }
    elseif ($before.Count -le 1) { ${list(names)} }
    else { @() }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

/** A roff page (man(7) macros). */
function man(version: string): string {
  const text = (raw: string): string =>
    raw.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/gm, '\\&$&').replaceAll('…', '...');
  const out = [
    `.TH AUTHLINT 1 "" "authlint ${text(version)}" "User Commands"`,
    '.SH NAME',
    'authlint \\- says who gets in: judges Apache and nginx authentication before a deploy',
    '.SH SYNOPSIS',
    ...commandList.flatMap(([, { usage }]) => ['.br', `.B authlint ${text(usage)}`]).slice(1),
    '.SH COMMANDS',
    ...commandList.flatMap(([, { usage, describe }]) => ['.TP', `.B ${text(usage)}`, text(describe)]),
    '.SH OPTIONS',
  ];
  for (const [name, spec] of specs) {
    const value = spec.type === 'boolean' ? '' : ` ${spec.choices ? spec.choices.join('|') : name.toUpperCase()}`;
    out.push('.TP', `.B ${text(forms(name, spec).reverse().join(', ') + value)}`, text(spec.describe));
    if (spec.commands) out.push(`(${text(spec.commands.join(', '))})`);
  }
  out.push(
    '.SH EXIT STATUS',
    ...commandList.flatMap(([name, { status }]) => ['.TP', `.B ${text(name)}`, text(status)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B NO_COLOR',
    'no colours, as \\-\\-no\\-color',
    '.TP',
    '.B FORCE_COLOR',
    'colours on a pipe too',
    '.TP',
    '.B GITHUB_ACTIONS',
    'where it is true, annotations are printed beside the pretty format',
  );
  return `${out.join('\n')}\n`;
}
