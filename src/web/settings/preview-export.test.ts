// What somebody sees of a file before they import it.
import { describe, expect, it } from 'vitest'
import { previewExport } from './preview-export.ts'

describe('a look into a file before importing it', () => {
  it('counts what an export holds', () => {
    const file = {
      schema: 'skillmap-personal-export',
      exportedAt: '2026-01-02T03:04:05Z',
      targets: [{}],
      frameworks: [{}],
      assessments: [{ revisions: [{}, {}] }, { revisions: [{}] }],
    }
    const preview = previewExport(JSON.stringify(file))
    expect(preview).toMatchObject({ exportedAt: '2026-01-02T03:04:05Z' })
    expect(typeof preview === 'string' ? [] : preview.counts.map((entry) => entry.count)).toEqual([
      2, 3, 1, 1,
    ])
  })

  it('says when a file is cut off or no JSON at all', () => {
    expect(previewExport('{"schema": "skillmap-per')).toBe('not-json')
  })

  it('says when a file comes from somewhere else', () => {
    for (const text of ['{}', '[]', 'null', '7', '{"name":"skillmap"}'])
      expect(previewExport(text)).toBe('foreign')
  })

  it('takes a file whose parts have other shapes for an empty one, and lets the program refuse it', () => {
    const preview = previewExport(
      '{"schema":"skillmap-personal-export","assessments":[null,{"revisions":3}],"targets":"x"}',
    )
    expect(typeof preview === 'string' ? preview : preview.counts.map((entry) => entry.count)).toEqual([
      2, 0, 0, 0,
    ])
  })
})
