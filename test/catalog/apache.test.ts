import { describe, expect, test } from 'vitest';
import {
  ACCESS_CONF,
  commandsNamed,
  compiledIn,
  EXEC_ON_READ,
  moduleOfSymbol,
  OR_AUTHCFG,
  RSRC_CONF,
} from '../../src/catalog/apache.ts';

describe('directives', () => {
  test.each([
    ['authname', 'TAKE1', OR_AUTHCFG],
    ['require', 'RAW_ARGS', OR_AUTHCFG],
    ['authbasicprovider', 'ITERATE', OR_AUTHCFG],
    ['allowoverride', 'RAW_ARGS', ACCESS_CONF],
    ['<virtualhost', 'RAW_ARGS', RSRC_CONF],
    ['loadmodule', 'TAKE2', RSRC_CONF | EXEC_ON_READ],
  ])('%s', (name, form, where) => {
    expect(commandsNamed(name)).toContainEqual(expect.objectContaining({ form, where }));
  });

  test('names are looked up in lower case', () => {
    expect(commandsNamed('AuthName')).toEqual([]);
    expect(commandsNamed('authname')[0]).toMatchObject({ name: 'AuthName', module: 'mod_authn_core' });
  });
});

test('modules', () => {
  expect(moduleOfSymbol('auth_basic_module')).toEqual({
    name: 'mod_auth_basic',
    symbol: 'auth_basic_module',
    file: 'mod_auth_basic',
  });
  expect(moduleOfSymbol('mpm_event_module')?.name).toBe('event');
  expect(compiledIn()).toContain('core');
  expect(compiledIn()).not.toContain('mod_auth_basic');
});
