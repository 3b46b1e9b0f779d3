// Renders a framework as the pages of a static site: every file but the assets that a build makes.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Framework } from '../core/framework/framework.ts'
import { WayfindingContext } from '../web/parts/wayfinding.tsx'
import { Frame } from './frame.tsx'
import { escapeHtml, htmlDocument } from './html-document.ts'
import { constantScript, outlineOf, textsOf } from './site-data.ts'
import { type SitePage, sitePages } from './site-pages.ts'
import { siteWayfinding } from './site-wayfinding.tsx'

export interface SiteFile {
  /** From the folder of the site, with slashes. */
  path: string
  text: string
}

export interface SiteSettings {
  /** The identity of the framework version, shown and used to tell versions of assets apart. */
  digest: string
  /** Tells one build of the program from another, for the same reason. */
  build: string
  /** Where the site will be found, for a site map and canonical addresses; null where nobody knows yet. */
  baseUrl: string | null
}

const PLAIN = ['site.js']
/** What a page computes with: the outline first, and the texts behind what it is used with. */
const computing = (script: string) => ['outline.js', `${script}.js`, 'texts.js']
const STAMP_LENGTH = 10

/** Pure: the same framework and settings give the same files. */
export function renderSite(framework: Framework, settings: SiteSettings): SiteFile[] {
  const pages = sitePages(framework, settings.digest)
  const stamp = `${settings.digest.slice(0, STAMP_LENGTH)}-${settings.build}`
  return [
    ...pages.map((page) => ({
      path: page.file,
      text: htmlDocument(
        framework,
        stamp,
        {
          page: page.file,
          title: page.title,
          description: page.description,
          body: bodyOf(framework, page),
          scripts: page.computes === null ? PLAIN : [...PLAIN, ...computing(page.computes)],
          jsonLd: page.jsonLd,
        },
        settings.baseUrl === null ? null : addressOf(settings.baseUrl, page.file),
      ),
    })),
    { path: 'assets/outline.js', text: constantScript('SKILLMAP_OUTLINE', outlineOf(framework)) },
    { path: 'assets/texts.js', text: constantScript('SKILLMAP_TEXTS', textsOf(framework)) },
    ...(settings.baseUrl === null ? [] : [siteMap(settings.baseUrl, pages)]),
  ]
}

function bodyOf(framework: Framework, page: SitePage): string {
  const frame = createElement(Frame, { framework, page: page.file, wide: page.wide }, page.content)
  return renderToStaticMarkup(
    createElement(WayfindingContext, { value: siteWayfinding(framework, page.file) }, frame),
  )
}

function siteMap(baseUrl: string, pages: SitePage[]): SiteFile {
  const entries = pages.map((page) => `<url><loc>${escapeHtml(addressOf(baseUrl, page.file))}</loc></url>`)
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
  return { path: 'sitemap.xml', text }
}

function addressOf(baseUrl: string, file: string): string {
  return `${baseUrl.replace(/\/*$/, '/')}${file === 'index.html' ? '' : file}`
}
