// Makes the pictures of the README: node docs/screenshots.mjs (needs a build and Chromium).
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const chromium = process.env.CHROMIUM ?? 'chromium';
const images = path.resolve('docs/images');
const cli = path.resolve('dist/cli.js');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'authlint-screenshots-'));

/** A believable checkout: two servers, each with one mistake, and one that is sound. */
for (const [name, fixture] of [
  ['intranet', 'apache-article-wrong-path'],
  ['shop', 'nginx-article-bad-hash'],
  ['wiki', 'apache-article-sound'],
])
  fs.cpSync(path.resolve('fixtures/servers', fixture), path.join(work, name), { recursive: true });

const sites = ['intranet', 'shop', 'wiki'];
const environment = { ...process.env, FORCE_COLOR: '1', FORCE_HYPERLINK: '0', NO_COLOR: '' };
const run = (...args) => spawnSync('node', [cli, ...args], { cwd: work, env: environment, encoding: 'utf8' }).stdout;

const styles = { 1: 'font-weight:bold', 2: 'opacity:.7', 4: 'text-decoration:underline' };
const colors = { 30: '#666', 31: '#ff6b68', 32: '#7ec699', 33: '#e5c07b', 34: '#6cb6ff', 35: '#d2a8ff', 36: '#76e3ea' };

/** What a terminal shows of text with colour codes, as HTML. */
function terminal(text) {
  let open = new Set();
  const spans = text.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;')).split(/\x1b\[([\d;]*)m/);
  return spans
    .map((part, index) => {
      if (index % 2 === 0) {
        const style = [...open].map((code) => styles[code] ?? `color:${colors[code] ?? 'inherit'}`).join(';');
        return style ? `<span style="${style}">${part}</span>` : part;
      }
      for (const code of part.split(';').map(Number)) {
        if (code === 0) open = new Set();
        else if (code === 22) open = new Set([...open].filter((one) => one > 2));
        else if (code === 24) open.delete(4);
        else if (code === 39) open = new Set([...open].filter((one) => one < 30));
        else open.add(code === 90 ? 30 : code);
      }
      return '';
    })
    .join('');
}

function shoot(page, image, width, height, scheme = 'light') {
  const flags = ['--headless', '--no-sandbox', '--hide-scrollbars', '--force-device-scale-factor=1'];
  if (scheme === 'dark') flags.push('--blink-settings=preferredColorScheme=0');
  const size = `--window-size=${width},${height}`;
  execFileSync(chromium, [...flags, size, `--screenshot=${path.join(images, image)}`, `file://${page}`], {
    stdio: 'ignore',
  });
}

fs.mkdirSync(images, { recursive: true });
const pretty = path.join(work, 'pretty.html');
const css = 'body{margin:0;background:#1e2127;color:#dcdfe4;font:14px/1.45 monospace}pre{padding:16px;margin:0}';
fs.writeFileSync(
  pretty,
  `<!doctype html><meta charset="utf-8"><style>${css}</style><pre>$ authlint ${sites.join(' ')}\n${terminal(run('check', ...sites))}</pre>`,
);
shoot(pretty, 'pretty.png', 1330, 440);
run('check', ...sites, '--format', 'html', '--output', 'report.html');
shoot(path.join(work, 'report.html'), 'report-light.png', 1180, 760);
shoot(path.join(work, 'report.html'), 'report-dark.png', 1180, 760, 'dark');
fs.rmSync(work, { recursive: true });
