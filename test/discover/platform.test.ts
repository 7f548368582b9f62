import { describe, expect, it } from 'vitest';
import { imageFacts } from '../../src/discover/image-platform.ts';
import { platformOf } from '../../src/discover/platform.ts';
import { MemoryHost } from '../../src/host/memory.ts';

describe('imageFacts', () => {
  it.each([
    ['alpine:3.20', 'musl', false],
    ['nginx', 'glibc', true],
    ['nginx:1.27-alpine', 'musl', true],
    ['nginx:stable-alpine-slim', 'musl', true],
    ['docker.io/library/nginx:1.27@sha256:0123', 'glibc', true],
    ['ghcr.io/nginxinc/nginx-unprivileged:1.27-alpine', 'musl', true],
    ['registry.example.org:5000/team/nginx:1.2', 'glibc', true],
    ['httpd:2.4', 'glibc', true],
    ['httpd:2.4-alpine', 'musl', true],
    ['php:8.3-apache', 'glibc', true],
    ['php:8.3-fpm-alpine', 'musl', false],
    ['debian:bookworm-slim', 'glibc', false],
    ['debian:10', 'glibc-classic', false],
    ['nginx:1.21-buster', 'glibc-classic', true],
    ['ubuntu:18.04', 'glibc-classic', false],
    ['ubuntu:24.04', 'glibc', false],
    ['centos:7', 'glibc-classic', false],
    ['redhat/ubi9', 'glibc', false],
    ['registry.access.redhat.com/ubi9/httpd-24', 'glibc', true],
    ['amazonlinux:2', 'glibc-classic', false],
    ['amazonlinux:2023', 'glibc', false],
    ['lscr.io/linuxserver/swag:latest', 'musl', true],
    ['mcr.microsoft.com/windows/servercore:ltsc2022', 'windows', false],
    ['wordpress:6', 'glibc', true],
  ])('%s', (image, platform, web) => {
    expect(imageFacts(image)).toEqual({ platform, web });
  });

  it.each(['scratch', '${BASE}', 'registry.example.org/team/tool:1', 'builder'])('%s tells nothing', (image) => {
    expect(imageFacts(image)).toBeNull();
  });
});

describe('platformOf', () => {
  const told = (files: Record<string, string>) =>
    platformOf(new MemoryHost(files), Object.keys(files))?.platform ?? null;

  it('takes the last stage of a Dockerfile, with the defaults of its arguments', () => {
    expect(
      told({ '/a/Dockerfile': 'FROM node:22 AS build\nRUN make\nFROM nginx:1.27-alpine\nCOPY --from=build / /\n' }),
    ).toBe('musl');
    expect(told({ '/a/Dockerfile': 'ARG TAG=1.27-alpine\nFROM --platform=linux/amd64 nginx:${TAG}\n' })).toBe('musl');
    expect(told({ '/a/web.Dockerfile': 'FROM debian:buster AS base\nRUN true\nFROM base\n' })).toBe('glibc-classic');
  });

  it('takes the web servers of a compose file, whatever stands beside them', () => {
    const compose = 'services:\n  web:\n    image: "nginx:alpine"\n  db:\n    image: postgres:16-bookworm\n';
    expect(told({ '/a/compose.yaml': compose })).toBe('musl');
  });

  it('concludes nothing from images that differ', () => {
    const compose = 'services:\n  a:\n    image: nginx:alpine\n  b:\n    image: httpd:2.4\n';
    expect(told({ '/a/docker-compose.yml': compose })).toBeNull();
    expect(told({ '/a/README': 'FROM alpine\n' })).toBeNull();
  });
});
