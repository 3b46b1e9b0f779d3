// Compares every picture with the file that was looked at and kept.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { drawGallery } from './states.tsx'

const drawn = drawGallery()
const file = (name: string) => new URL(`./${name}.svg`, import.meta.url)

it.each(Object.keys(drawn))(
  '%s looks as it did (npm run gallery rewrites the files: look before you keep)',
  (name) => {
    const kept = existsSync(file(name)) ? readFileSync(file(name), 'utf8') : ''
    expect(drawn[name] === kept, `${name}.svg differs from what is drawn now`).toBe(true)
  },
)

it('holds no picture that nothing draws any more', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.svg'))
  expect(files.toSorted()).toEqual(
    Object.keys(drawn)
      .map((name) => `${name}.svg`)
      .toSorted(),
  )
})
