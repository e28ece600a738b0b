const STYLE = `
:root { color-scheme: light; --ink: #1c1d1f; --quiet: #55595f; --line: #d5d9de; --ground: #e9ebee; --accent: #1f3a5f; --bad: #8a2b0e; }
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; display: grid; grid-template: minmax(0, 1fr) auto / 17rem 1fr; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); }
nav { grid-row: 1 / 3; border-right: 1px solid var(--line); padding: 1rem; overflow: auto; }
h1 { font-size: 1.05rem; margin: 0 0 .75rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav button { width: 100%; text-align: left; font: inherit; padding: .5rem .6rem; margin: 0 0 .25rem; border: 1px solid transparent; border-radius: 6px; background: none; cursor: pointer; color: inherit; }
nav button:hover { border-color: var(--line); }
nav button[aria-current=true] { background: var(--accent); color: #fff; }
nav small { display: block; opacity: .85; }
main { overflow: auto; background: var(--ground); padding: 1.25rem; }
main div { content-visibility: auto; width: 52rem; max-width: 100%; margin: 0 auto 1.25rem; background: #fff; box-shadow: 0 1px 4px rgba(0,0,0,.25); }
main svg { display: block; width: 100%; height: auto; }
main.stale svg { opacity: .55; }
footer { border-top: 1px solid var(--line); max-height: 34vh; overflow: auto; padding: .75rem 1rem; background: #fff; }
footer h2 { font-size: .95rem; margin: 0 0 .35rem; }
footer ol { margin: 0; padding-left: 1.2rem; }
footer li { margin: 0 0 .4rem; }
code { font: .88em ui-monospace, monospace; color: var(--quiet); }
pre { font: .86rem/1.4 ui-monospace, monospace; white-space: pre-wrap; margin: 0 0 .75rem; padding: .75rem; background: #fdf3ef; border-left: 4px solid var(--bad); }
.error { color: var(--bad); } .hint { color: var(--quiet); }
a { color: var(--accent); }
#status { color: var(--quiet); font-size: .85rem; margin: .75rem 0 0; }
`;

const SCRIPT = `
const $ = (id) => document.getElementById(id);
let chosen = decodeURIComponent(location.hash.slice(1));
let asked = 0;

async function read(path) {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}
function finding({ severity, code, message, path, source, hints }) {
  const item = element('li');
  item.append(element('span', severity + ': ', severity), message + ' ');
  item.append(element('code', [code, source ? source.file + ':' + source.line + ':' + source.column : path].filter(Boolean).join('  ')));
  for (const hint of hints || []) item.append(element('div', '\\u2192 ' + hint, 'hint'));
  return item;
}
const drawn = [];
/** Draws the pages that are not drawn yet: after most changes, few. */
function draw(pages) {
  const main = $('pages');
  while (main.children.length > pages.length) main.lastElementChild.remove();
  drawn.length = Math.min(drawn.length, pages.length);
  pages.forEach((svg, at) => {
    if (drawn[at] === svg) return;
    const page = main.children[at] || main.appendChild(element('div'));
    page.innerHTML = svg;
    const { width, height } = page.firstElementChild.viewBox.baseVal;
    page.style.aspectRatio = width + ' / ' + height;
    drawn[at] = svg;
  });
}
async function show() {
  const turn = ++asked;
  const state = await read('api/state');
  if (!state.letters.some(({ id }) => id === chosen)) chosen = state.letters[0] ? state.letters[0].id : '';
  document.title = (state.applicant || 'Preview') + ' \\u00b7 lor-packet';
  $('applicant').textContent = state.applicant || 'No applicant yet';
  $('letters').replaceChildren(...state.letters.map(({ id, writer, due }) => {
    const button = element('button', writer);
    button.append(element('small', id + ' \\u00b7 due ' + due));
    button.setAttribute('aria-current', String(id === chosen));
    button.onclick = () => { chosen = id; location.hash = encodeURIComponent(id); $('pages').scrollTop = 0; void show(); };
    const item = element('li');
    item.append(button);
    return item;
  }));
  const frame = $('problems');
  frame.hidden = state.frames === '';
  frame.textContent = state.frames;
  let own = [];
  let failed = state.frames !== '';
  if (chosen) {
    try {
      const set = await read('api/letters/' + encodeURIComponent(chosen));
      if (turn !== asked) return;
      const top = $('pages').scrollTop;
      draw(set.pages);
      $('pages').scrollTop = top;
      own = set.diagnostics;
      $('pdf').href = 'api/letters/' + encodeURIComponent(chosen) + '.pdf';
      $('pdf').hidden = false;
      $('status').textContent = set.pages.length + ' pages, version ' + set.version;
    } catch (error) {
      failed = true;
      frame.hidden = false;
      frame.textContent = error.message;
    }
  }
  $('pages').className = failed ? 'stale' : '';
  const rank = { error: 0, warning: 1, info: 2 };
  const all = [...own, ...state.findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
  $('count').textContent = all.length === 0 ? 'No findings' : all.length + (all.length === 1 ? ' finding' : ' findings');
  $('findings').replaceChildren(...all.map(finding));
  document.body.dataset.version = String(state.version);
}
function listen() {
  const events = new EventSource('api/events');
  events.onmessage = () => void show();
  events.onerror = () => { $('status').textContent = 'the preview has ended'; };
}
void show().then(listen);
`;

/** The page of the preview, whole: letters at the left, pages at the right, findings below. */
export function previewPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>lor-packet preview</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<nav aria-label="Letters">
<h1 id="applicant">Loading</h1>
<ul id="letters"></ul>
<p><a id="pdf" href="api/state" target="_blank" hidden>Open as PDF</a></p>
<p id="status" role="status"></p>
</nav>
<main id="pages" tabindex="0" aria-label="Pages of the packet"></main>
<footer>
<pre id="problems" role="alert" hidden></pre>
<h2 id="count">Findings</h2>
<ol id="findings"></ol>
</footer>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
}
