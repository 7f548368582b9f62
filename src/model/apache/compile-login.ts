import type { Directive } from '../../syntax/tree.ts';
import { MappingCompiler } from './compile-mapping.ts';
import { rootRelative, stringExpression } from './readings.ts';
import { readForm, readSession } from './session.ts';
import type { DigestSettings } from './settings.ts';

const noDigest: DigestSettings = { providers: null, qop: null, domain: null, algorithm: null };

/** How a login is asked for and where its users are looked up: the schemes, their providers, forms and sessions. */
export class LoginCompiler extends MappingCompiler {
  authn(directive: Directive): void {
    const words = stringExpression(directive.args[0]?.value ?? '', this.context.modules);
    if (!words) return;
    const old = this.out.authn ?? { type: null, name: null };
    const setting = { value: words, origin: directive };
    this.out.authn =
      directive.name.toLowerCase() === 'authtype' ? { ...old, type: setting } : { ...old, name: setting };
  }

  authFile(directive: Directive): void {
    const value = rootRelative(directive.args[0]?.value ?? '', this.context.serverRoot);
    const setting = { value, origin: directive };
    if (directive.name.toLowerCase() === 'authuserfile') this.out.userFile = setting;
    else this.out.groupFile = setting;
  }

  basic(directive: Directive): void {
    const old = this.out.basic ?? { providers: null, authoritative: null, digestAlgorithm: null };
    const word = directive.args[0]?.value.toLowerCase();
    switch (directive.name.toLowerCase()) {
      case 'authbasicprovider':
        this.out.basic = {
          ...old,
          providers: (old.providers ?? []).concat(directive.args.map(({ value }) => ({ value, origin: directive }))),
        };
        break;
      case 'authbasicauthoritative':
        this.out.basic = { ...old, authoritative: { value: word === 'on', origin: directive } };
        break;
      case 'authbasicusedigestalgorithm':
        this.out.basic = { ...old, digestAlgorithm: { value: word === 'md5', origin: directive } };
        break;
      default:
        this.out.basic = old;
    }
  }

  digest(directive: Directive): void {
    const old = this.rare.digest ?? noDigest;
    const values = directive.args.map(({ value }) => value);
    switch (directive.name.toLowerCase()) {
      case 'authdigestprovider':
        this.rare.digest = {
          ...old,
          providers: [...(old.providers ?? []), ...values.map((value) => ({ value, origin: directive }))],
        };
        break;
      case 'authdigestqop':
        this.rare.digest = { ...old, qop: values };
        break;
      case 'authdigestdomain':
        this.rare.digest = { ...old, domain: [...(old.domain ?? []), ...values] };
        break;
      case 'authdigestalgorithm':
        this.rare.digest = { ...old, algorithm: values[0] ?? null };
        break;
      default:
        this.rare.digest = old;
    }
  }

  anonymous(directive: Directive): void {
    const old = this.rare.anonymous ?? {
      users: [],
      anyone: false,
      mustGiveEmail: true,
      verifyEmail: false,
      noUserId: false,
    };
    const on = directive.args[0]?.value.toLowerCase() === 'on';
    switch (directive.name.toLowerCase()) {
      case 'anonymous': {
        const names = directive.args.map(({ value }) => value);
        const star = names.indexOf('*');
        this.rare.anonymous = {
          ...old,
          anyone: old.anyone || star >= 0,
          users: old.anyone ? old.users : [...old.users, ...(star < 0 ? names : names.slice(0, star))],
        };
        break;
      }
      case 'anonymous_mustgiveemail':
        this.rare.anonymous = { ...old, mustGiveEmail: on };
        break;
      case 'anonymous_verifyemail':
        this.rare.anonymous = { ...old, verifyEmail: on };
        break;
      case 'anonymous_nouserid':
        this.rare.anonymous = { ...old, noUserId: on };
        break;
      default:
        this.rare.anonymous = old;
    }
  }

  source(directive: Directive): void {
    const name = directive.name.toLowerCase();
    const kind = name.startsWith('authldap') ? 'ldap' : name.startsWith('authdbd') ? 'dbd' : 'dbm';
    const where =
      name === 'authldapurl' || name === 'authdbduserpwquery' || name === 'authdbmuserfile' ? directive : null;
    this.rare[kind] = { where: where ?? this.rare[kind]?.where ?? null };
  }

  form(directive: Directive): void {
    this.rare.form = readForm(this.rare.form, directive, this.context.modules);
  }

  session(directive: Directive): void {
    this.rare.session = readSession(this.rare.session, directive);
  }
}
