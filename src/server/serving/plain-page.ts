// Small pages that the server writes by itself, without a script: how to get in, not found, the API page.
import { plainPagePolicy } from './security-headers.ts'

const STYLE = `
:root { color-scheme: light dark; --ink: #23211d; --soft: #5d584e; --paper: #fbfaf7; --line: #d9d6cd; --accent: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8df; --soft: #b3ada0; --paper: #14171a; --line: #3a3d40; --accent: #8fc1f5; }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Source Sans 3 Variable", "Source Sans 3", "Segoe UI", system-ui, sans-serif }
main { max-width: 52rem; margin: 0 auto; padding: 3rem 1.25rem 5rem }
h1, h2, h3 { font-family: "Source Serif 4 Variable", "Source Serif 4", "Iowan Old Style", Georgia, serif; line-height: 1.2; font-weight: 600 }
h1 { font-size: 2rem; margin: 0 0 1rem } h2 { margin: 3rem 0 .5rem; font-size: 1.4rem } h3 { margin: 2rem 0 .25rem; font-size: 1.1rem }
a { color: inherit; text-underline-offset: .2em } a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
code, pre { font: .9em/1.5 ui-monospace, "Cascadia Mono", Menlo, monospace }
pre { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 2px; overflow-x: auto }
.soft { color: var(--soft) }
.scroll { overflow-x: auto; margin: 1rem 0 } table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: 700; padding-bottom: .25rem } th { font-weight: 600; color: var(--soft); font-size: .9em }
th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line) }
.verb { display: inline-block; min-width: 4.25rem; font-weight: 700 }
nav ul { columns: 2 16rem; padding: 0; list-style: none } nav li { break-inside: avoid }
`

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A whole page around `body`, which must be HTML already; the policy allows its one style and nothing else. */
export function plainPage(title: string, body: string, status = 200): Response {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': plainPagePolicy(STYLE),
      'cache-control': 'no-store',
    },
  })
}

/** For a browser that has no session: how to get in, and why a link is needed. */
export function howToGetInPage(reason?: string): Response {
  const said = reason === undefined ? '' : `<p><strong>${escapeHtml(reason)}</strong></p>`
  return plainPage(
    'Skillmap: how to get in',
    `<h1>Your map is here, behind a link</h1>${said}
<p>Skillmap runs on this computer and keeps your data on it. So that nobody else who uses this computer can read it,
a browser gets in once with a one-time link and is remembered from then on.</p>
<p>In a terminal, in the folder where you installed Skillmap, ask for a fresh link and open it in this browser:</p>
<pre>npx skillmap open</pre>
<p class="soft">The link works once and for ten minutes. If you have just opened one,
<a href="/">continue to your map</a>.</p>`,
    401,
  )
}

export function notFoundPage(): Response {
  return plainPage(
    'Skillmap: not found',
    '<h1>Nothing is here</h1><p>The address may be mistyped, or from an older version. <a href="/">Go to your map</a>.</p>',
    404,
  )
}
