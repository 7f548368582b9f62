import { challengesOf, type Exchanged } from './response.ts';

/** Whose words an answer has. */
export interface Speaker {
  readonly kind: 'apache' | 'nginx' | 'application' | 'front' | 'unknown';
  /** What told it, in plain words; null: nothing did. */
  readonly because: string | null;
  /** What to look at next, where the words say more than who spoke. */
  readonly next: readonly string[];
}

interface Sign {
  readonly test: RegExp;
  readonly kind: Speaker['kind'];
  readonly because: string;
  readonly next?: readonly string[];
}

/** Sentences of bodies by which their makers are known. Source: http_protocol.c, ngx_http_special_response.c, and the frameworks' own. */
const sentences: readonly Sign[] = [
  {
    test: /<hr><center>nginx(?:\/[\d.]+)?<\/center>/,
    kind: 'nginx',
    because: 'the page is the one that nginx makes itself',
  },
  {
    test: /This server could not verify that you\s+are authorized|You don't have permission to access (?:this resource|\S+)|The server encountered an internal error or\s+misconfiguration/,
    kind: 'apache',
    because: 'the page is the one that Apache makes itself',
  },
  {
    test: /"code"\s*:\s*"(?:rest_|incorrect_password|invalid_username|jwt_auth_)/,
    kind: 'application',
    because: 'the body is an error of the WordPress REST interface',
    next: [
      'WordPress answers rest_not_logged_in where the Authorization header did not reach it: look for CGIPassAuth or the HTTP_AUTHORIZATION rule, and take an application password, not the login',
    ],
  },
  {
    test: /JWT Token not found|Expired JWT Token|Invalid JWT Token/,
    kind: 'application',
    because: 'the words are those of a JWT bundle of Symfony',
    next: ['“not found” means that the Authorization header did not arrive; for the other two ask authlint token'],
  },
  {
    test: /"message"\s*:\s*"Unauthenticated\.?"/,
    kind: 'application',
    because: 'the words are those of Laravel',
    next: ['Laravel says so where no session or token arrived: look whether the Authorization header reaches it'],
  },
  {
    test: /Authentication credentials were not provided|Given token not valid for any token type/,
    kind: 'application',
    because: 'the words are those of Django REST framework',
    next: [
      '“not provided” means that the Authorization header did not arrive: with mod_wsgi it takes WSGIPassAuthorization On',
    ],
  },
  {
    test: /oauth2[-_ ]proxy|Sign in with (?:OpenID Connect|Google|GitHub|Keycloak)/i,
    kind: 'application',
    because: 'the page is the sign-in page of oauth2-proxy',
    next: ['a browser is to go to the sign-in page; a script needs a token and --skip-jwt-bearer-tokens'],
  },
  { test: /authelia/i, kind: 'application', because: 'the page is one of Authelia' },
  { test: /authentik/i, kind: 'application', because: 'the page is one of authentik' },
  { test: /<title>(?:Apache Tomcat|HTTP Status \d{3})/, kind: 'application', because: 'the page is one of Tomcat' },
  { test: /Whitelabel Error Page/, kind: 'application', because: 'the page is one of Spring Boot' },
  {
    test: /"error"\s*:\s*"(?:invalid_token|insufficient_scope|invalid_client|unauthorized_client)"/,
    kind: 'application',
    because: 'the body is an OAuth error',
    next: ['ask authlint token what is wrong with the token'],
  },
];

const fronts =
  /cloudflare|cloudfront|akamai|fastly|varnish|awselb|bunnycdn|sucuri|imperva|google frontend|vercel|netlify/i;

/** Who made an answer, by its body, its challenge and its headers. */
export function speakerOf(answer: Exchanged): Speaker {
  const said = sentences.find(({ test }) => test.test(answer.body));
  if (said) return { kind: said.kind, because: said.because, next: said.next ?? [] };
  const bearer = challengesOf(answer).find(({ scheme }) => scheme === 'bearer' || scheme === 'dpop');
  if (bearer) {
    const error = bearer.parameters.get('error');
    return {
      kind: 'application',
      because: 'the challenge asks for a bearer token, which neither server does by itself',
      next: [
        error === 'insufficient_scope'
          ? 'the token is right and lacks a scope: ask for one with more rights'
          : error === 'invalid_token'
            ? 'the token arrived and was refused: ask authlint token why'
            : 'no token arrived: see that the client sends one and that the server hands the Authorization header on',
      ],
    };
  }
  const powered = [
    'x-powered-by',
    'x-aspnet-version',
    'x-request-id',
    'x-runtime',
    'x-drupal-cache',
    'x-generator',
  ].find((name) => answer.headers.has(name));
  const json = /json/i.test(answer.headers.get('content-type')?.[0] ?? '');
  if (json)
    return { kind: 'application', because: 'the body is JSON, which neither server writes by itself', next: [] };
  if (powered) return { kind: 'application', because: `the header ${powered} is one of an application`, next: [] };
  const server = answer.headers.get('server')?.[0] ?? '';
  if (fronts.test(server))
    return {
      kind: 'front',
      because: 'the Server header names a service in front of your server',
      next: ['ask your own server behind it: curl --resolve HOST:443:ADDRESS -i URL'],
    };
  return { kind: 'unknown', because: null, next: [] };
}
