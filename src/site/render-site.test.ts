// A published site holds together: its links lead somewhere, nothing comes from elsewhere, words stay words.
import { posix } from 'node:path'
import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { anyWrittenFramework } from '../../tests/frameworks/any-written-framework.ts'
import { loadFramework } from '../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../tests/frameworks/read-files.ts'
import type { Framework } from '../core/framework/framework.ts'
import { GLOSSARY } from '../core/glossary/glossary.ts'
import { renderSite, type SiteFile } from './render-site.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const SETTINGS = { digest: 'f'.repeat(64), build: '0.1.0', baseUrl: null }
/** What the build adds. */
const ASSETS = ['site.css', 'site.js', 'try-it.js', 'look-up.js', 'favicon.svg'].map(
  (name) => `assets/${name}`,
)

function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  visit(parse(html))
  return found
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value
const pagesOf = (files: SiteFile[]) => files.filter(({ path }) => path.endsWith('.html'))

/** Addresses that lead nowhere, each with the page it stands on. */
function brokenLinks(files: SiteFile[]): string[] {
  const there = new Set([...files.map(({ path }) => path), ...ASSETS])
  const ids = new Map(
    pagesOf(files).map(({ path, text }) => [
      path,
      new Set(elementsOf(text).map((one) => attribute(one, 'id'))),
    ]),
  )
  return pagesOf(files).flatMap(({ path, text }) =>
    elementsOf(text).flatMap((element) => {
      const address = attribute(element, 'href') ?? attribute(element, 'src')
      if (address === undefined) return []
      const [file = '', fragment] = address.replace(/\?[^#]*/, '').split('#')
      const target = file === '' ? path : posix.join(posix.dirname(path), file)
      const isState = fragment?.includes('=') ?? false
      const found = there.has(target) && (fragment === undefined || isState || ids.get(target)?.has(fragment))
      return found ? [] : [`${path}: ${address}`]
    }),
  )
}

describe.each([
  ['the built-in framework', BUILT_IN],
  ['a framework with nothing optional', SMALL],
])('a site of %s', (_name, folder) => {
  const framework = loadFramework(folder)
  const files = renderSite(framework, SETTINGS)

  test('has a page for every role, path, skill, move and for staying in every role', () => {
    const { roles, paths, skills, moves } = framework
    expect(pagesOf(files)).toHaveLength(10 + 2 * roles.length + paths.length + skills.length + moves.length)
  })

  test('leads only to pages and places that are there', () => {
    expect(brokenLinks(files)).toEqual([])
  })

  test('loads nothing from elsewhere and holds no script of its own', () => {
    for (const { path, text } of pagesOf(files)) {
      for (const element of elementsOf(text)) {
        for (const { name, value } of element.attrs) {
          if (name === 'href' || name === 'src')
            expect([path, value]).toEqual([path, expect.not.stringMatching(/^([a-z]+:|\/)/)])
          expect([path, name]).toEqual([path, expect.not.stringMatching(/^on/)])
        }
        if (element.tagName !== 'script') continue
        const isData = attribute(element, 'type') === 'application/ld+json'
        expect(isData || (attribute(element, 'defer') !== undefined && element.childNodes.length === 0)).toBe(
          true,
        )
      }
    }
  })

  test('says on every page what language it is in, what it is called and what it is about', () => {
    const titles = pagesOf(files).map(({ path, text }) => {
      const elements = elementsOf(text)
      const find = (tag: string) => elements.filter((element) => element.tagName === tag)
      expect(attribute(find('html')[0] as Element, 'lang')).toBe(framework.language)
      expect(find('h1'), path).toHaveLength(1)
      const description = find('meta').find((meta) => attribute(meta, 'name') === 'description')
      expect(attribute(description as Element, 'content'), path).not.toBe('')
      const [title] = find('title')[0]?.childNodes ?? []
      return title !== undefined && 'value' in title ? title.value : ''
    })
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('holds the level and the weight of every role and skill in one table', () => {
    const html = files.find(({ path }) => path === 'matrix.html')?.text ?? ''
    const elements = elementsOf(html)
    const names = elements
      .filter((one) => one.tagName === 'td' && attribute(one, 'class') === 'matrix-cell')
      .map((one) => attribute(one, 'aria-label'))
    expect(names).toHaveLength(framework.roles.length * framework.skills.length)
    const asked = Object.values(framework.expectations).flatMap((of) => Object.values(of))
    expect(names.filter((name) => name !== 'not expected')).toHaveLength(
      asked.filter((one) => one.level > 0).length,
    )
    expect(elements.filter((one) => attribute(one, 'role') === 'grid')).toEqual([])
  })

  test('draws what the roles of each path rest on, and tells it in a sentence and a table', () => {
    for (const path of framework.paths) {
      const html = files.find((file) => file.path === `paths/${path.id}.html`)?.text ?? ''
      const elements = elementsOf(html)
      const roles = framework.roles.filter((role) => role.path === path.id)
      const drawings = elements.filter((one) => attribute(one, 'class') === 'path-mix')
      expect(drawings).toHaveLength(roles.length === 0 ? 0 : 3)
      for (const role of roles) expect(html).toContain(`href="../roles/${role.id}.html"`)
    }
  })

  test('explains the words it uses, and the numbers for two of its own roles', () => {
    const words = files.find(({ path }) => path === 'glossary.html')?.text ?? ''
    for (const term of GLOSSARY) expect(words).toContain(`id="${term.id}"`)
    const about = files.find(({ path }) => path === 'about.html')?.text ?? ''
    expect(about).toContain('the sum of weight × gap over all skills')
    expect(about).toContain(SETTINGS.digest)
  })

  test('tells search engines about occupations and terms', () => {
    const data = pagesOf(files).map(({ text }) => {
      const script = elementsOf(text).find((one) => attribute(one, 'type') === 'application/ld+json')
      const [content] = script?.childNodes ?? []
      return JSON.parse(content !== undefined && 'value' in content ? content.value : '') as {
        '@type': string
      }
    })
    const count = (type: string) => data.filter((one) => one['@type'] === type).length
    expect(count('Occupation')).toBe(framework.roles.length)
    expect(count('DefinedTerm')).toBe(framework.skills.length)
    expect(count('DefinedTermSet')).toBe(1)
  })
})

describe('a site', () => {
  const small = loadFramework(SMALL)

  test('has a site map and canonical addresses where it is known where it will lie', () => {
    const files = renderSite(small, { ...SETTINGS, baseUrl: 'https://careers.example.org/map' })
    const map = files.find(({ path }) => path === 'sitemap.xml')?.text ?? ''
    expect(map).toContain('<loc>https://careers.example.org/map/</loc>')
    expect(map).toContain('<loc>https://careers.example.org/map/roles/baker.html</loc>')
    const role = files.find(({ path }) => path === 'roles/baker.html')?.text
    expect(role).toContain('<link rel="canonical" href="https://careers.example.org/map/roles/baker.html">')
    expect(renderSite(small, SETTINGS).map(({ path }) => path)).not.toContain('sitemap.xml')
  })

  test('gives the browser everything that trying computes with, and the same files every time', () => {
    const files = renderSite(small, SETTINGS)
    expect(renderSite(small, SETTINGS)).toEqual(files)
    const outline = files.find(({ path }) => path === 'assets/outline.js')?.text ?? ''
    const value = JSON.parse(outline.replace(/^const SKILLMAP_OUTLINE=/, '')) as Framework
    expect(value.expectations).toEqual(small.expectations)
    expect(value.skills.map(({ id, prerequisites }) => [id, prerequisites])).toEqual(
      small.skills.map(({ id, prerequisites }) => [id, prerequisites]),
    )
  })

  test('keeps words that look like markup as words, in any framework', () => {
    fc.assert(
      fc.property(anyWrittenFramework(), (framework) => {
        const name = `</title><script>alert(1)</script>${framework.name}`
        for (const { text } of pagesOf(renderSite({ ...framework, name }, SETTINGS))) {
          const scripts = elementsOf(text).filter((element) => element.tagName === 'script')
          expect(scripts.every((one) => attribute(one, 'src') ?? attribute(one, 'type'))).toBe(true)
          expect(elementsOf(text).filter((element) => element.tagName === 'b')).toEqual([])
        }
      }),
      { numRuns: 10 },
    )
  })
})
