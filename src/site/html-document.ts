// Puts a page together: head, content policy, scripts that do not block, and data for search engines.
import type { Framework } from '../core/framework/framework.ts'
import { siteWords } from '../web/words/site.ts'
import { wayUp } from './site-address.ts'

export interface HtmlPage {
  /** Its file, from the folder of the site. */
  page: string
  title: string
  description: string
  /** Markup of the body. */
  body: string
  /** Scripts of the site in the order in which they run, from its folder. */
  scripts: readonly string[]
  jsonLd: unknown
}

/**
 * Nothing from elsewhere, no script in the page, no request by a script. Attributes may carry styles, because the
 * colours of a framework's groups and the lengths of bars are its own; an attribute cannot load or run anything.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** `stamp`: makes a browser ask again for assets of another version. */
export function htmlDocument(
  framework: Framework,
  stamp: string,
  page: HtmlPage,
  address: string | null,
): string {
  const up = wayUp(page.page)
  const asset = (name: string) => `${up}assets/${name}?v=${stamp}`
  const title = siteWords.title(page.title, framework.name)
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(framework.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(page.description)}">`,
    ...(address === null ? [] : [`<link rel="canonical" href="${escapeHtml(address)}">`]),
    `<link rel="icon" href="${up}assets/favicon.svg" type="image/svg+xml">`,
    `<link rel="stylesheet" href="${asset('site.css')}">`,
    ...page.scripts.map((script) => `<script defer src="${asset(script)}"></script>`),
    `<script type="application/ld+json">${scriptData(page.jsonLd)}</script>`,
    '</head>',
    `<body>${page.body}</body>`,
    '</html>',
    '',
  ].join('\n')
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** JSON that cannot end the element it stands in. */
function scriptData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
