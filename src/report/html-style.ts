/** The page's style: system fonts, colours of at least 4.5:1 in light and dark, no motion. */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--soft:#57606a;--line:#d0d7de;--card:#f6f8fa;--bad:#b3131d;--warn:#7d4e00;--good:#0f6b2e;--note:#0550ae;--mark:#fff0b3}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9aa4af;--line:#30363d;--card:#161b22;--bad:#ff8a84;--warn:#e3b341;--good:#56d364;--note:#79c0ff;--mark:#5c4a00}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:70rem;padding:1.5rem;background:var(--bg);color:var(--fg);font:1rem/1.5 system-ui,sans-serif}
h1,h2,h3{line-height:1.25}h3{font-size:1rem;margin:0 0 .25rem}section>h3{margin-top:1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
bdi{overflow-wrap:anywhere}
.sum strong{margin-right:.75rem}.sum .error,.error .severity,.locked-out,.forbidden,.broken,.no-start,.open{color:var(--bad)}
.sum .warning,.warning .severity,.depends,.unknown{color:var(--warn)}.sum .info,.info .severity{color:var(--note)}.works{color:var(--good)}
.tree,.tree ul{list-style:none;padding-left:0}.tree ul{margin-left:.6rem;padding-left:.9rem;border-left:1px solid var(--line)}
.path{margin:.25rem 0;color:var(--soft)}
summary{cursor:pointer;padding:.2rem 0}summary:focus-visible{outline:2px solid var(--note);outline-offset:2px}
.verdict{font-weight:600;margin-left:.5rem;border:1px solid currentColor;border-radius:1rem;padding:0 .6rem;font-size:.85rem;white-space:nowrap}
dl{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.25rem 0 .25rem 1rem}dl div{display:flex;gap:.4rem}dt{color:var(--soft)}dd{margin:0;font-weight:600}
details ol{margin:.25rem 0}.at{color:var(--soft);font-size:.9rem;margin:.25rem 0}details>.at{margin-left:1rem}
article{border:1px solid var(--line);border-left:4px solid var(--soft);background:var(--card);border-radius:.4rem;padding:.75rem 1rem;margin:.75rem 0}
article.error{border-left-color:var(--bad)}article.warning{border-left-color:var(--warn)}article.info{border-left-color:var(--note)}
pre{overflow-x:auto;background:var(--bg);border:1px solid var(--line);border-radius:.3rem;padding:.5rem .75rem}
mark{background:var(--mark);color:inherit;text-decoration:underline}
.severity{text-transform:uppercase;font-size:.8rem}footer{color:var(--soft);border-top:1px solid var(--line);margin-top:2rem}
@media print{body{max-width:none}article,details{break-inside:avoid}}
`;
