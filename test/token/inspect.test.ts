import { constants, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectToken } from '../../src/token/inspect.ts';
import { type Key, readKeys } from '../../src/token/keys.ts';

const now = 1_800_000_000;
const expected = { now, leeway: 0, audiences: [], issuers: [] };
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = {
  iss: 'https://id.example.test',
  aud: 'api',
  exp: now + 600,
  iat: now - 60,
  sub: 'very-private-person',
};

type Maker = (signed: string) => Buffer;

function jwt(header: object, body: object, make: Maker): string {
  const signed = `${part(header)}.${part(body)}`;
  return `${signed}.${make(signed).toString('base64url')}`;
}

const secret = randomBytes(64);
const hmac =
  (size: number, key: Buffer | string = secret): Maker =>
  (signed) =>
    createHmac(`sha${size}`, key).update(signed).digest();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curves = {
  256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  512: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
};
const edwards = generateKeyPairSync('ed25519');

const setOf = (...list: readonly object[]): readonly Key[] => {
  const keys = readKeys(JSON.stringify({ keys: list }));
  if ('error' in keys) throw new Error(keys.error);
  return keys;
};
const publicJwk = (key: KeyObject, more: object = {}): object => ({ ...key.export({ format: 'jwk' }), ...more });
const oct = (bytes: Buffer, more: object = {}): object => ({ kty: 'oct', k: bytes.toString('base64url'), ...more });

const algorithms: readonly (readonly [name: string, make: Maker, key: object])[] = [
  ...([256, 384, 512] as const).flatMap((size) => [
    [`HS${size}`, hmac(size), oct(secret)] as const,
    [
      `RS${size}`,
      (text: string) => sign(`sha${size}`, Buffer.from(text), rsa.privateKey),
      publicJwk(rsa.publicKey),
    ] as const,
    [
      `PS${size}`,
      (text: string) =>
        sign(`sha${size}`, Buffer.from(text), {
          key: rsa.privateKey,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: size / 8,
        }),
      publicJwk(rsa.publicKey),
    ] as const,
    [
      `ES${size}`,
      (text: string) =>
        sign(`sha${size}`, Buffer.from(text), { key: curves[size].privateKey, dsaEncoding: 'ieee-p1363' }),
      publicJwk(curves[size].publicKey),
    ] as const,
  ]),
  ['EdDSA', (text: string) => sign(null, Buffer.from(text), edwards.privateKey), publicJwk(edwards.publicKey)],
];

const codes = (pasted: string, more: object = {}, keys: readonly Key[] | null = null): string[] =>
  inspectToken(pasted, { ...expected, ...more }, keys)!.problems.map(({ code }) => code);

const good = jwt({ alg: 'HS256', typ: 'JWT' }, claims, hmac(256));

describe('signatures', () => {
  it.each(algorithms)('%s: right with its key, wrong with a change or another key', (alg, make, key) => {
    const token = jwt({ alg, kid: 'a' }, claims, make);
    const keys = setOf({ ...key, kid: 'a' });
    expect(inspectToken(token, expected, keys)).toMatchObject({ signature: 'right', problems: [] });
    const [head, , signature] = token.split('.');
    expect(codes(`${head}.${part({ ...claims, sub: 'admin' })}.${signature}`, {}, keys)).toEqual(['signature-wrong']);
  });

  it.each([
    [
      'RFC 7515 A.1',
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      {
        kty: 'oct',
        k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
      },
    ],
    [
      'RFC 7515 A.3',
      'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
      {
        kty: 'EC',
        crv: 'P-256',
        x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
        y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      },
    ],
  ])('the example of %s is right', (_, token, key) => {
    const report = inspectToken(token, { ...expected, now: 1_300_819_000 }, setOf(key))!;
    expect(report).toMatchObject({
      signature: 'right',
      problems: [],
      claims: { issuer: 'joe', expires: 1_300_819_380 },
    });
  });

  it('picks the key by kid, and says so where there is none', () => {
    const rs = algorithms.find(([name]) => name === 'RS256')!;
    const other = publicJwk(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey, { kid: 'old' });
    const own = { ...rs[2], kid: 'new' };
    const named = (kid: string) => jwt({ alg: 'RS256', kid }, claims, rs[1]);
    expect(inspectToken(named('new'), expected, setOf(other, own))).toMatchObject({ signature: 'right', problems: [] });
    expect(codes(named('old'), {}, setOf(other, own))).toEqual(['signature-wrong']);
    expect(codes(named('gone'), {}, setOf(other))).toEqual(['key-unknown']);
    expect(inspectToken(named('gone'), expected, setOf(other, own))!.problems[0]!.message).toContain('key new');
    expect(inspectToken(jwt({ alg: 'RS256' }, claims, rs[1]), expected, setOf(other, own))!.signature).toBe('right');
    expect(codes(named('new'), {}, setOf({ ...own, use: 'enc' }))).toEqual(['key-unsuitable']);
    expect(codes(named('new'), {}, setOf({ ...own, alg: 'PS256' }))).toEqual(['key-unsuitable']);
    expect(codes(named('new'), {}, setOf({ kty: 'RSA', kid: 'new', e: 'AQAB' }))).toEqual(['key-unsuitable']);
  });

  it('knows a secret taken for a public key, and the forgery made of it', () => {
    const keys = setOf(publicJwk(rsa.publicKey));
    expect(codes(good, {}, keys)).toEqual(['hmac-with-public-key']);
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(codes(jwt({ alg: 'HS256' }, claims, hmac(256, pem)), {}, keys)).toEqual(['signed-with-public-key']);
  });

  it('takes a PEM public key, never a private one', () => {
    const rs = algorithms.find(([name]) => name === 'RS256')!;
    const keys = readKeys(rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()) as readonly Key[];
    expect(inspectToken(jwt({ alg: 'RS256' }, claims, rs[1]), expected, keys)!.signature).toBe('right');
    expect(readKeys(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toHaveProperty('error');
    for (const text of ['', 'x', '{}', '[]', 'null', '{"keys":[]}', '-----BEGIN CERTIFICATE-----\nAA\n-----END'])
      expect(readKeys(text)).toHaveProperty('error');
  });

  it('notes a secret that is too short', () => {
    const short = Buffer.from('secret');
    expect(codes(jwt({ alg: 'HS256' }, claims, hmac(256, short)), {}, setOf(oct(short)))).toEqual(['key-weak']);
  });

  it('sees a DER signature and one that is cut', () => {
    const der = jwt({ alg: 'ES256' }, claims, (text) => sign('sha256', Buffer.from(text), curves[256].privateKey));
    expect(codes(der)).toEqual(['signature-unlikely']);
    expect(codes(good.slice(0, -9))).toEqual(expect.arrayContaining(['cut']));
    expect(codes(good.slice(0, good.lastIndexOf('.') + 1))).toEqual(['signature-missing']);
    expect(codes(jwt({ alg: 'none' }, claims, () => Buffer.alloc(0)))).toEqual(['unsigned']);
    expect(codes(jwt({ alg: 'nOnE' }, claims, hmac(256)))).toEqual(['unsigned']);
    expect(codes(jwt({ alg: 'hs256' }, claims, hmac(256)))).toEqual(['algorithm-unknown']);
    expect(codes(jwt({}, claims, hmac(256)))).toEqual(['algorithm-unknown']);
  });
});

describe('form', () => {
  it.each<readonly [name: string, pasted: string, problems: readonly string[]]>([
    ['as it is', good, []],
    ['with the line end of echo', `${good}\n`, []],
    ['a header line', `Authorization: Bearer ${good}\r\n`, []],
    ['Bearer twice', `Bearer Bearer ${good}`, ['bearer-twice']],
    ['Bearer twice, with the name', `authorization: bearer Bearer ${good}`, ['bearer-twice']],
    ['Bearer without a blank', `Bearer${good}`, ['bearer-without-blank']],
    ['Bearer with a colon', `Bearer: ${good}`, ['bearer-without-blank']],
    ['another scheme', `Token ${good}`, ['other-scheme']],
    ['Basic', `Basic ${Buffer.from('ann:x').toString('base64')}`, ['other-scheme', 'opaque']],
    ['quotes', `"${good}"`, ['quotes']],
    ['quotes behind Bearer', `Bearer "${good}"`, ['quotes']],
    ['one quote', `${good}'`, ['quotes']],
    ['curly quotes', `“${good}”`, ['quotes']],
    ['a comma', `${good},`, ['punctuation']],
    ['a line break', `${good.slice(0, 60)}\n${good.slice(60)}`, ['line-break']],
    ['a written line break', `${good}\\n`, ['line-break']],
    ['a blank', `${good.slice(0, 60)} ${good.slice(60)}`, ['blank']],
    ['an answer of a token endpoint', JSON.stringify({ access_token: good, expires_in: 3 }), ['whole-answer']],
    ['a form field', `access_token=${good}&x=1`, ['whole-answer']],
    ['padding', `${good}=`, ['not-base64url']],
    ['plain base64', good.replace(/\.[^.]*\./, (middle) => `${middle.slice(0, -3)}+/.`), ['not-base64url', 'cut']],
    ['cut in the claims', good.slice(0, good.indexOf('.') + 31), ['wrong-parts', 'cut']],
    ['cut in the header', good.slice(0, 15), ['wrong-parts', 'cut']],
    ['two parts', good.slice(0, good.lastIndexOf('.')), ['wrong-parts']],
    ['four parts', `${good}.x`, ['wrong-parts']],
    ['encrypted', `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AAAA.AAAA.AAAA.AAAA`, ['encrypted']],
    ['opaque', 'gho_16C7e42F292c6912E7710c838347Ae178B4a', ['opaque']],
    ['ellipsis of a log', good.replace(/\.[^.]*\./, '.…'), ['not-base64url', 'wrong-parts', 'cut']],
    ['too large', jwt({ alg: 'HS256' }, { ...claims, x: 'y'.repeat(9000) }, hmac(256)), ['large']],
  ])('%s', (_, pasted, problems) => {
    expect(codes(pasted)).toEqual(problems);
  });

  it('nothing is nothing', () => {
    for (const text of ['', '\n', '  ', 'Bearer ', '""']) expect(inspectToken(text, expected, null)).toBeNull();
  });
});

describe('claims', () => {
  const of = (body: object, more: object = {}): string[] =>
    codes(jwt({ alg: 'HS256' }, { ...claims, ...body }, hmac(256)), more);

  it('times, with leeway at both ends', () => {
    expect(of({ exp: now })).toEqual(['expired']);
    expect(of({ exp: now + 1 })).toEqual([]);
    expect(of({ exp: now - 59 }, { leeway: 60 })).toEqual([]);
    expect(of({ exp: now - 60 }, { leeway: 60 })).toEqual(['expired']);
    expect(of({ nbf: now + 1 })).toEqual(['not-yet-valid']);
    expect(of({ nbf: now + 60 }, { leeway: 60 })).toEqual([]);
    expect(of({ iat: now + 5 })).toEqual(['issued-in-the-future']);
    expect(of({ exp: undefined })).toEqual(['no-expiry']);
    expect(of({ exp: String(now + 60) })).toEqual(['time-not-a-number']);
    expect(of({ exp: (now + 60) * 1000 })).toEqual(['time-in-milliseconds']);
    expect(of({ nbf: now + 60, exp: now + 30 })).toEqual(['not-yet-valid', 'never-valid']);
  });

  it('audience and issuer', () => {
    expect(of({}, { audiences: ['api'], issuers: ['https://id.example.test'] })).toEqual([]);
    expect(of({ aud: ['x', 'api'] }, { audiences: ['web', 'api'] })).toEqual([]);
    expect(of({ aud: ['x'] }, { audiences: ['api'] })).toEqual(['other-audience']);
    expect(of({ aud: undefined }, { audiences: ['api'] })).toEqual(['other-audience']);
    const [problem] = inspectToken(good, { ...expected, issuers: ['https://id.example.test/'] }, null)!.problems;
    expect(problem).toMatchObject({ code: 'other-issuer', message: expect.stringContaining('a slash at the end') });
  });
});

describe('what is printed', () => {
  const leaks = (report: unknown, token: string): boolean => {
    const text = JSON.stringify(report);
    return (
      token.split('.').some((one) => one.length > 20 && text.includes(one)) || text.includes('very-private-person')
    );
  };

  it('never a token or a claim of another name, whatever is done to it', () => {
    const tokens = algorithms.map(([alg, make]) => jwt({ alg, kid: 'a' }, claims, make));
    const keys = setOf(...algorithms.map(([, , key]) => ({ ...key, kid: 'b' })));
    const property = fc.property(
      fc.constantFrom(...tokens),
      fc.nat(2000),
      fc.constantFrom('', '.', '"', '\n', '=', ' ', '\\n', 'Bearer ', '\u0000', 'é', ','),
      fc.boolean(),
      (token, at, junk, cut) => {
        const place = at % token.length;
        const pasted = token.slice(0, place) + junk + (cut ? '' : token.slice(place));
        expect(leaks(inspectToken(pasted, expected, keys), token)).toBe(false);
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  it('names with control characters are made harmless', () => {
    const token = jwt({ alg: 'HS256', kid: 'a\u001b[31m' }, { ...claims, iss: 'x\u202ey', aud: 'a\nb' }, hmac(256));
    const report = inspectToken(
      token,
      { ...expected, audiences: ['q'], issuers: ['q'] },
      setOf(oct(secret, { kid: 'z' })),
    );
    expect(JSON.stringify(report)).not.toMatch(/\\u001b|\u202e|a\\nb/);
  });

  it('any bytes are survived', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        inspectToken(text, expected, setOf(oct(secret)));
      }),
    );
  });
});
