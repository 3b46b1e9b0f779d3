// Measures the map in a real browser: no name touches a ring, a line, a pill or another name at any width.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Framework } from '../../src/core/framework/framework.ts'
import { movesFrom } from '../../src/core/framework/look-up.ts'
import { loadFramework } from '../frameworks/load-framework.ts'
import { GalleryMap, type MapState } from '../gallery/gallery-map.tsx'
import { type Browser, openBrowser } from './browser.ts'
import { measureMap } from './measure-map.ts'

const WIDTHS = [1100, 1280, 1440, 1920]

const frameworks = {
  'the built-in map': loadFramework('frameworks/skillmap'),
  'the computed map of a small framework': loadFramework('tests/frameworks/small'),
}

/** Seen from each role: at rest, and with every role shown, a destination chosen and grades in the gutter. */
function states(framework: Framework, width: number): MapState[] {
  return framework.roles.flatMap((role): MapState[] => {
    const to = movesFrom(framework, role.id)[0]?.to
    const company = framework.companies[0]?.id
    return [
      { role: role.id, width },
      {
        role: role.id,
        width,
        ...(company ? { company } : {}),
        situation: { all: true, ...(to ? { destination: to, route: [role.id, to] } : {}) },
      },
    ]
  })
}

/** A page of pictures as wide as the window, in the face that the pages use. */
function pageOf(framework: Framework, width: number): string {
  const face = createRequire(import.meta.url).resolve(
    '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  )
  const font = readFileSync(face).toString('base64')
  const pictures = states(framework, width).map(
    (state) =>
      `<section data-seen-from="${state.role}${state.situation ? ', all roles' : ''}">${renderToStaticMarkup(
        createElement(GalleryMap, { framework, state }),
      )}</section>`,
  )
  return `<!doctype html><style>
    @font-face { font-family: 'Source Sans 3 Variable'; src: url(data:font/woff2;base64,${font}) format('woff2'); font-weight: 200 900 }
    body { margin: 0 } svg { display: block; width: ${width}px }</style>${pictures.join('')}`
}

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

describe.each(Object.entries(frameworks))('On %s', (_, framework) => {
  describe.each(WIDTHS)('at a width of %i', (width) => {
    let found: ReturnType<typeof measureMap>
    beforeAll(async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      await page.setContent(pageOf(framework, width))
      await page.evaluate(() => document.fonts.load("500 16px 'Source Sans 3 Variable'"))
      found = await page.evaluate(measureMap)
      await page.close()
    })

    it('no name touches a ring, a line, a pill or another name', () => {
      expect(found.touching).toEqual([])
    })

    it('every letter is at least 12 pixels high, and nothing leaves the picture', () => {
      expect(found.smallest).toBeGreaterThan(11.99)
      expect(found.outside).toEqual([])
    })
  })
})
