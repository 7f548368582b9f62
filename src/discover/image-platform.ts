import type { Platform } from '../catalog/platforms.ts';

/** What the name of a container image tells of its system. */
interface ImageFacts {
  readonly platform: Platform;
  /** Whether a web server is what it is for. */
  readonly web: boolean;
}

/** Repositories whose images have musl whatever the tag says. */
const muslOnly = /^(?:alpine|caddy|linuxserver\/.+|nginxproxy\/docker-gen)$/;
const webServer =
  /(?:^|[/_-])(?:nginx|httpd|apache2?|openresty|swag|wordpress|nextcloud|drupal|joomla|phpmyadmin)(?:[_-]|$)/;
const apacheTag = /(?:^|-)apache(?:-|$)/;

/** Distributions and their releases that came before libxcrypt. Source: their package lists of libcrypt. */
const classic: readonly (readonly [repository: RegExp, tag: RegExp])[] = [
  [/^debian$/, /^(?:[789]|10)(?:[.-]|$)|wheezy|jessie|stretch|buster/],
  [/^ubuntu$/, /^1[0-9]\.|trusty|xenial|bionic/],
  [/^(?:centos|rockylinux|oraclelinux|rhel7?)$/, /^(?:centos)?[5-7](?:[.-]|$)/],
  [/^amazonlinux$/, /^(?:1|2|2018.*|2\.0.*)$/],
];
const classicTag = /(?:^|-)(?:jessie|stretch|buster)(?:-|$)/;

/**
 * What an image runs on, by its name as a Dockerfile or a compose file has it (`registry/name:tag@digest`); null where
 * the name tells nothing: a variable, `scratch`, an earlier build stage.
 */
export function imageFacts(image: string): ImageFacts | null {
  const match =
    /^(?:[\w.-]+(?::\d+)?\/(?=[^:@]*\/)|(?:docker\.io|quay\.io|ghcr\.io|mcr\.microsoft\.com)\/)?(?:library\/)?([a-z0-9._/-]+)(?::([\w.-]+))?(?:@\S+)?$/.exec(
      image,
    );
  if (!match || match[1] === 'scratch') return null;
  const [, repository = '', tag = ''] = match;
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  const web = webServer.test(repository) || (name === 'php' && apacheTag.test(tag));
  const known = systemOf(repository, name, tag);
  // an unknown image tells nothing; that of a web server is Debian's unless it says otherwise
  return known ? { platform: known, web } : web ? { platform: 'glibc', web } : null;
}

function systemOf(repository: string, name: string, tag: string): Platform | null {
  if (/(?:^|[.-])(?:alpine|musl)/.test(tag) || /alpine/.test(repository) || muslOnly.test(repository)) return 'musl';
  if (/nanoserver|windowsservercore/.test(tag) || /^windows/.test(repository) || /servercore|nanoserver/.test(name))
    return 'windows';
  if (classicTag.test(tag) || classic.some(([distribution, release]) => distribution.test(name) && release.test(tag)))
    return 'glibc-classic';
  if (/^freebsd/.test(name)) return 'freebsd';
  const glibc =
    /^(?:debian|ubuntu|fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|opensuse|leap|tumbleweed|archlinux|ubi\d.*|php|python|node|buildpack-deps)$/;
  return glibc.test(name) || /(?:^|-)(?:bullseye|bookworm|trixie|jammy|noble|slim)(?:-|$)/.test(tag) ? 'glibc' : null;
}
