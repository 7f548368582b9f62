import type { Directive } from '../../syntax/tree.ts';
import type { Expression } from './expression.ts';
import { stringExpression } from './readings.ts';
import type { Setting } from './settings.ts';

/** mod_auth_form, as far as it decides an answer. */
export interface FormSettings {
  readonly providers: readonly Setting<string>[] | null;
  readonly authoritative: Setting<boolean> | null;
  readonly loginRequired: Setting<Expression> | null;
  readonly loginSuccess: Setting<Expression> | null;
  readonly logout: Setting<Expression> | null;
  readonly fakeBasic: Setting<boolean> | null;
}

/** mod_session and the modules that keep sessions. */
export interface SessionSettings {
  readonly enabled: Setting<boolean> | null;
  /** Seconds; 0: for ever. */
  readonly maxAge: Setting<number> | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** SessionCookieName: the name with its attributes. */
  readonly cookie: Setting<string> | null;
  /** SessionDBDCookieName, or SessionDBDPerUser On. */
  readonly stored: Setting<string> | null;
  /** SessionCryptoPassphrase; empty: from a file. */
  readonly passphrases: Setting<readonly string[]> | null;
}

const noForm: FormSettings = {
  providers: null,
  authoritative: null,
  loginRequired: null,
  loginSuccess: null,
  logout: null,
  fakeBasic: null,
};

const noSession: SessionSettings = {
  enabled: null,
  maxAge: null,
  include: [],
  exclude: [],
  cookie: null,
  stored: null,
  passphrases: null,
};

const isOn = (directive: Directive): Setting<boolean> => ({
  value: directive.args[0]?.value.toLowerCase() === 'on',
  origin: directive,
});

/** What a directive of mod_auth_form makes of the settings before it. */
export function readForm(
  before: FormSettings | null,
  directive: Directive,
  modules: ReadonlySet<string> | null,
): FormSettings {
  const old = before ?? noForm;
  const values = directive.args.map(({ value }) => value);
  const target = (): Setting<Expression> | null => {
    const value = stringExpression(values[0] ?? '', modules);
    return value && { value, origin: directive };
  };
  switch (directive.name.toLowerCase()) {
    case 'authformprovider': {
      const more = values.map((value) => ({ value, origin: directive }));
      return { ...old, providers: [...(old.providers ?? []), ...more] };
    }
    case 'authformauthoritative':
      return { ...old, authoritative: isOn(directive) };
    case 'authformfakebasicauth':
      return { ...old, fakeBasic: isOn(directive) };
    case 'authformloginrequiredlocation':
      return { ...old, loginRequired: target() };
    case 'authformloginsuccesslocation':
      return { ...old, loginSuccess: target() };
    case 'authformlogoutlocation':
      return { ...old, logout: target() };
    default:
      return old;
  }
}

/** What a directive of mod_session, mod_session_cookie, mod_session_dbd or mod_session_crypto makes of those before it. */
export function readSession(before: SessionSettings | null, directive: Directive): SessionSettings {
  const old = before ?? noSession;
  const values = directive.args.map(({ value }) => value);
  const first = values[0] ?? '';
  switch (directive.name.toLowerCase()) {
    case 'session':
      return { ...old, enabled: isOn(directive) };
    case 'sessionmaxage':
      return { ...old, maxAge: { value: Number.parseInt(first, 10) || 0, origin: directive } };
    case 'sessioninclude':
      return { ...old, include: [...old.include, first] };
    case 'sessionexclude':
      return { ...old, exclude: [...old.exclude, first] };
    case 'sessioncookiename':
    case 'sessioncookiename2':
      return { ...old, cookie: { value: values.join(' '), origin: directive } };
    case 'sessiondbdcookiename':
    case 'sessiondbdcookiename2':
      return { ...old, stored: { value: values.join(' '), origin: directive } };
    case 'sessiondbdperuser':
      return isOn(directive).value ? { ...old, stored: { value: '', origin: directive } } : old;
    case 'sessioncryptopassphrase':
      return {
        ...old,
        passphrases: { value: [...(old.passphrases?.value ?? []), ...values], origin: directive },
      };
    case 'sessioncryptopassphrasefile':
      return { ...old, passphrases: { value: old.passphrases?.value ?? [], origin: directive } };
    default:
      return old;
  }
}

/** mod_auth_form.c, merge_auth_form_dir_config. */
export function mergeForm(base: FormSettings, over: FormSettings): FormSettings {
  return {
    providers: over.providers ?? base.providers,
    authoritative: over.authoritative ?? base.authoritative,
    loginRequired: over.loginRequired ?? base.loginRequired,
    loginSuccess: over.loginSuccess ?? base.loginSuccess,
    logout: over.logout ?? base.logout,
    fakeBasic: over.fakeBasic ?? base.fakeBasic,
  };
}

/** mod_session.c, merge_session_dir_config, and its kin. */
export function mergeSession(base: SessionSettings, over: SessionSettings): SessionSettings {
  return {
    enabled: over.enabled ?? base.enabled,
    maxAge: over.maxAge ?? base.maxAge,
    include: [...base.include, ...over.include],
    exclude: [...base.exclude, ...over.exclude],
    cookie: over.cookie ?? base.cookie,
    stored: over.stored ?? base.stored,
    passphrases: over.passphrases ?? base.passphrases,
  };
}

/** Whether a URL path is one that sessions are kept for (mod_session.c, session_included). */
export function sessionCovers({ include, exclude }: SessionSettings, path: string): boolean {
  const named = (list: readonly string[]): boolean => list.some((one) => path.startsWith(one));
  return (include.length === 0 || named(include)) && !named(exclude);
}
