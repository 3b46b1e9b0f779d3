// A workbook that Skillmap wrote comes back as the same framework, with what somebody changed in it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/framework/canonical-json.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import { hasErrors } from '../../src/core/framework/problem.ts'
import { type Sheet, sheetNames } from '../../src/core/framework-export/sheet.ts'
import { workbookSheets } from '../../src/core/framework-export/workbook.ts'
import type { ImportReading, ImportSource } from '../../src/core/importing/import-source.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { writeWorkbook } from '../../src/server/assessment/write-workbook.ts'
import { readSources } from '../../src/server/importing/read-sources.ts'
import { anyWrittenFramework } from '../frameworks/any-written-framework.ts'
import { loadFramework } from '../frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../frameworks/read-files.ts'

type Grid = string[][]

const small = loadFramework(SMALL)

/** The sheets as a file holds them, written and read again. */
async function throughFile(sheets: Sheet[]): Promise<ImportSource[]> {
  const read = await readSources('whatever.bin', await writeWorkbook(sheets))
  if (!read.ok) throw new Error(read.failure.message)
  return read.value.sources
}

/** Changes sheets by hand, as they stand in the file. */
async function edited(
  framework: Framework,
  edit: Record<string, (rows: Grid) => void>,
): Promise<ImportReading> {
  const sources = await throughFile(workbookSheets(framework))
  for (const [sheet, change] of Object.entries(edit)) {
    const source = sources.find((one) => one.kind === 'table' && one.sheet === sheet)
    if (source?.kind !== 'table') throw new Error(`There is no sheet ${sheet}.`)
    change(source.rows)
  }
  return readImport(sources)
}

/** As the program keeps them: lint refuses must-haves that nobody asks for, and the like. */
function anySoundFramework(): fc.Arbitrary<Framework> {
  return anyWrittenFramework()
    .map((framework) => ({ ...framework, roles: framework.roles.map(({ mustHaves: _, ...role }) => role) }))
    .filter((framework) => !hasErrors(lintFramework(framework)))
}

function whole(reading: ImportReading): Framework {
  expect(reading.problems).toEqual([])
  if (reading.framework === null) throw new Error('nothing was read')
  expect(hasErrors(lintFramework(reading.framework))).toBe(false)
  return reading.framework
}

function rowWith(rows: Grid, id: string): string[] {
  const row = rows.find((cells) => cells.includes(id))
  if (row === undefined) throw new Error(`There is no row with ${id}.`)
  return row
}

function columnOf(rows: Grid, id: string): number {
  return rows.find((cells) => cells.includes(id))?.indexOf(id) ?? -1
}

describe('A workbook that nobody changed', () => {
  test.each([BUILT_IN, SMALL])('is the same framework again: %s', async (folder) => {
    const framework = loadFramework(folder)
    const reading = readImport(await throughFile(workbookSheets(framework)))
    expect(reading.kind).toBe('skillmap-workbook')
    expect(reading.losses).toEqual([])
    expect(canonicalJson(whole(reading))).toBe(canonicalJson(framework))
  })

  test('is the same framework again, whatever its words are', async () => {
    await fc.assert(
      fc.asyncProperty(anySoundFramework(), async (framework) => {
        const reading = readImport(await throughFile(workbookSheets(framework)))
        expect(reading.losses).toEqual([])
        expect(canonicalJson(whole(reading))).toBe(canonicalJson(framework))
      }),
      { numRuns: 40 },
    )
  })

  test('is known by its headings, whatever its sheets are called and in whatever order they are', async () => {
    const sheets = workbookSheets(small).toReversed()
    const names = sheetNames(
      sheets.map((_, index) => `Blatt ${index}`),
      [],
    )
    const renamed = sheets.map((sheet, index) => ({ ...sheet, name: names[index] ?? '' }))
    const reading = readImport(await throughFile(renamed))
    expect(reading.kind).toBe('skillmap-workbook')
    expect(reading.losses).toEqual([])
    expect(canonicalJson(whole(reading))).toBe(canonicalJson(small))
  })
})

describe('What somebody changed in a workbook', () => {
  const level = (framework: Framework, role: string, skill: string) => framework.expectations[role]?.[skill]

  test('levels and weights, as numbers or in the words of the scale; an emptied cell expects nothing', async () => {
    const reading = await edited(small, {
      Levels: (rows) => {
        rowWith(rows, 'hygiene')[columnOf(rows, 'baker')] = '3'
        rowWith(rows, 'ordering')[columnOf(rows, 'master-baker')] = ''
        rowWith(rows, 'oven-work')[columnOf(rows, 'baker')] = small.scale[1]?.name ?? ''
      },
      Weights: (rows) => {
        rowWith(rows, 'dough-making')[columnOf(rows, 'baker')] = '3'
      },
    })
    const framework = whole(reading)
    expect(reading.losses).toEqual([])
    expect(level(framework, 'baker', 'hygiene')?.level).toBe(3)
    expect(level(framework, 'master-baker', 'ordering')).toBeUndefined()
    expect(level(framework, 'baker', 'oven-work')?.level).toBe(1)
    expect(level(framework, 'baker', 'dough-making')?.weight).toBe(3)
    expect(reading.why).toMatch(/^Skillmap wrote this workbook\. Since then: /)
  })

  test('a level that there is not is told with its cell, and what was there stays', async () => {
    const reading = await edited(small, {
      Levels: (rows) => {
        rowWith(rows, 'hygiene')[columnOf(rows, 'baker')] = '17'
        rowWith(rows, 'ordering')[columnOf(rows, 'baker')] = 'very much'
      },
    })
    expect(canonicalJson(whole(reading).expectations)).toBe(canonicalJson(small.expectations))
    expect(reading.losses.map(({ place, why }) => [place.sheet, place.cell, why])).toEqual([
      ['Levels', expect.stringMatching(/^[A-Z]\d+$/), expect.stringMatching(/The scale ends at \d/)],
      ['Levels', expect.stringMatching(/^[A-Z]\d+$/), 'It is not known as a level.'],
    ])
  })

  test('a reworded behaviour keeps its id; a new one gets one of its own, and a struck one is gone', async () => {
    const builtIn = loadFramework(BUILT_IN)
    const skill = builtIn.skills.find(({ id }) => id === 'delegation')
    const group = builtIn.groups.find(({ id }) => id === skill?.group)?.name ?? ''
    const [first, ...others] = skill?.anchors.find((anchor) => anchor.level === 1)?.behaviours ?? []
    expect(others.length).toBeGreaterThan(0)
    const reading = await edited(builtIn, {
      [group]: (rows) => {
        const at = rows.findIndex((cells) => cells.includes('delegation'))
        const row = rows.slice(at).find((cells) => cells[2] === '1') ?? []
        row[4] = `• ${first?.text.replace(/\.$/, ', every week.')}\n• Knows whom to ask when the oven smokes.`
      },
    })
    const after = whole(reading).skills.find(({ id }) => id === 'delegation')
    const behaviours = after?.anchors.find((anchor) => anchor.level === 1)?.behaviours ?? []
    expect(reading.losses).toEqual([])
    expect(behaviours).toHaveLength(2)
    expect(behaviours[0]).toEqual({ id: first?.id, text: first?.text.replace(/\.$/, ', every week.') })
    expect(
      builtIn.skills.flatMap((one) => one.anchors.flatMap((anchor) => anchor.behaviours.map(({ id }) => id))),
    ).not.toContain(behaviours[1]?.id)
    expect(canonicalJson(after?.anchors.slice(1))).toBe(canonicalJson(skill?.anchors.slice(1)))
  })

  test('a new skill, a new role and a new move, written as rows without ids', async () => {
    const group = small.groups[0]
    const reading = await edited(small, {
      Roles: (rows) =>
        rows.push(['Head baker', '', '', small.paths[0]?.name ?? '', '', 'Runs three bakeries.']),
      Levels: (rows) => {
        rows[0]?.push('Head baker')
        rowWith(rows, 'hygiene')[rows[0]?.length ? rows[0].length - 1 : 0] = '2'
        rows.push([group?.name ?? ''], ['Tasting', '', '', '1', '2'])
      },
      Moves: (rows) => rows.push(['Master baker', 'Head baker', 'Up', 'More bakeries.']),
      [group?.name ?? '']: (rows) =>
        rows.push(
          ['Tasting', '', '', '', 'Telling good bread from bad.'],
          ['', '', '1', '', 'Tastes every batch.'],
        ),
    })
    const framework = whole(reading)
    expect(reading.losses).toEqual([])
    expect(framework.roles.at(-1)).toMatchObject({
      id: 'head-baker',
      name: 'Head baker',
      purpose: 'Runs three bakeries.',
    })
    expect(framework.skills.find(({ id }) => id === 'tasting')).toMatchObject({
      group: group?.id,
      definition: 'Telling good bread from bad.',
      anchors: [{ level: 1, behaviours: [{ text: 'Tastes every batch.' }] }],
    })
    expect(level(framework, 'baker', 'tasting')).toEqual({ level: 1, weight: 2 })
    expect(level(framework, 'head-baker', 'hygiene')?.level).toBe(2)
    expect(framework.moves.at(-1)).toEqual({
      from: 'master-baker',
      to: 'head-baker',
      kind: 'up',
      changes: 'More bakeries.',
    })
    expect(framework.layout.stations.map(({ role }) => role)).toContain('head-baker')
  })

  test('a copied row with another name is a new skill, whichever of the two stands first', async () => {
    const reading = await edited(small, {
      Levels: (rows) => {
        const at = rows.findIndex((cells) => cells.includes('hygiene'))
        rows.splice(at, 0, ['Hygiene of machines', ...(rows[at]?.slice(1) ?? [])])
      },
    })
    const framework = whole(reading)
    expect(framework.skills.map(({ name }) => name)).toContain('Hygiene')
    expect(framework.skills.find(({ name }) => name === 'Hygiene of machines')?.id).toBe(
      'hygiene-of-machines',
    )
  })

  test('what is gone from every sheet is gone with all that pointed to it; from one sheet alone it stays, and that is told', async () => {
    const without = (id: string) => (rows: Grid) => {
      const at = rows.findIndex((cells) => cells.includes(id))
      rows.splice(at, 1)
    }
    const group =
      small.groups.find(({ id }) => id === small.skills.find((one) => one.id === 'hygiene')?.group)?.name ??
      ''
    const gone = await edited(small, {
      Levels: without('hygiene'),
      Weights: without('hygiene'),
      [group]: without('hygiene'),
    })
    expect(whole(gone).skills.map(({ id }) => id)).not.toContain('hygiene')
    expect(gone.losses).toEqual([])
    const stays = await edited(small, { Levels: without('hygiene') })
    expect(canonicalJson(whole(stays).expectations)).toBe(canonicalJson(small.expectations))
    expect(stays.losses.map(({ why }) => why)).toEqual(['Another sheet still has it, so it stays.'])
  })

  test('without the sheet that keeps everything, the sheets alone give roles, skills, levels, weights and words', async () => {
    for (const framework of [loadFramework(BUILT_IN), small]) {
      const sources = await throughFile(workbookSheets(framework).slice(0, -1))
      const reading = readImport(sources)
      const read = whole(reading)
      expect(reading.kind).toBe('skillmap-workbook')
      expect(read.name).toBe(framework.name)
      expect(
        read.roles.map(({ id, name, path, band }) => [
          id,
          name,
          framework.paths.length,
          path === '',
          band === undefined,
        ]),
      ).toEqual(
        framework.roles.map(({ id, name, path, band }) => [
          id,
          name,
          read.paths.length,
          path === '',
          band === undefined,
        ]),
      )
      expect(read.skills.map(({ id, kind, group, definition }) => [id, kind, group, definition])).toEqual(
        framework.skills.map(({ id, kind, group, definition }) => [id, kind, group, definition]),
      )
      expect(read.expectations).toEqual(framework.expectations)
      expect(read.moves.map(({ from, to, kind }) => [from, to, kind])).toEqual(
        framework.moves.map(({ from, to, kind }) => [from, to, kind]),
      )
      const words = (own: Framework) =>
        own.skills.map(({ anchors }) =>
          anchors.map(({ level: at, behaviours }) => [at, behaviours.map(({ text }) => text)]),
        )
      expect(words(read)).toEqual(words(framework))
      expect(reading.losses[0]?.why).toBe('The sheet that keeps the whole framework is missing or damaged.')
    }
  })
})
