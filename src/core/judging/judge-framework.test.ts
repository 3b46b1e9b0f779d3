// What lint says about the content of a framework, each fault planted in a small bakery.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appended, DOUGH, folder, HEAD, replaced, textOf } from '../../../tests/frameworks/broken-folder.ts'
import { readFiles, SMALL } from '../../../tests/frameworks/read-files.ts'
import type { FolderFile } from '../framework/framework-files.ts'
import type { Finding } from './finding.ts'
import type { JudgementKind } from './judgement-kinds.ts'
import { type LintReport, lintReport } from './lint-report.ts'

const OVEN = 'skills/oven-work.md'

/** A skill with behaviours by level, and practices at level 1. */
function skillFile(levels: Record<number, string[]>, practices: string[] = [], head = HEAD): string {
  const list = (texts: string[], name: string) =>
    texts.map((text, at) => `- [${name}-${at}] ${text}`).join('\n')
  const parts = Object.entries(levels).map(([level, texts]) => {
    const next = level === '1' && practices.length > 0
    const below = next ? `\n### To reach the next level\n\n${list(practices, 'practice')}\n` : ''
    return `\n## Level ${level}\n\n### A colleague can see\n\n${list(texts, `at-${level}`)}\n${below}`
  })
  return head + parts.join('')
}

const PLAIN = {
  1: ['Weighs flour and water by the gram.'],
  2: ['Finds out by touch why a dough is slack, and says so.'],
  3: ['Changes the recipe when the harvest changes, before a customer notices.'],
}

const bakeryWith = (changes: Record<string, string | null>): LintReport => lintReport(folder(changes))

function found(report: LintReport, kind: JudgementKind): Finding[] {
  return report.entries.filter((entry): entry is Finding => entry.kind === kind)
}

const dough = (levels: Record<number, string[]>, practices?: string[]) =>
  bakeryWith({ [DOUGH]: skillFile(levels, practices) })

test('a bakery whose sentences can be seen, and differ, gets no remark at all', () => {
  expect(dough(PLAIN).entries).toEqual([])
  expect(lintReport(readFiles(SMALL)).entries).toEqual([])
})

describe('sentences that say nearly the same', () => {
  const copied = 'Weighs the flour and the water to the gram.'

  test('are found in two skills, with both places', () => {
    const oven = skillFile({ ...PLAIN, 1: [copied] }, [], HEAD.replace('Dough', 'Oven work'))
    const report = bakeryWith({
      [DOUGH]: skillFile(PLAIN),
      [OVEN]: oven.replace('Finds out by touch why a dough is slack', 'Hears').replace('Changes', 'Sets'),
    })
    const [twin] = found(report, 'near-duplicate').filter((one) => one.text === copied)
    expect(twin).toMatchObject({
      at: 'oven-work/at-1-0',
      file: OVEN,
      line: 12,
      twin: { at: 'dough-making/at-1-0', file: DOUGH, line: 12, text: PLAIN[1][0] },
    })
    expect(twin?.message).toContain('as one at level 1 of "Dough"')
  })

  test('are found at one level of one skill', () => {
    const [twin] = found(dough({ ...PLAIN, 1: [...PLAIN[1], copied] }), 'near-duplicate')
    expect(twin?.message).toMatch(/nearly the same \(\d\d % alike\) as one at the same level/)
    expect(twin?.mend).toBe('Keep one of the two, or say what the other adds.')
  })

  test('are found among practices too, but not between a practice and a behaviour', () => {
    const practices = ['Weigh each batch twice for a week.', 'For a week, weigh each batch twice.']
    const twins = found(dough(PLAIN, [...practices, PLAIN[1][0] ?? '']), 'near-duplicate')
    expect(twins.map(({ at, twin }) => [at, twin?.at])).toEqual([
      ['dough-making/practice-1', 'dough-making/practice-0'],
    ])
  })

  test('are warned about when only a word differs, and advised about when more does', () => {
    const severity = (text: string) =>
      found(dough({ ...PLAIN, 2: [text, ...PLAIN[2]] }), 'near-duplicate').map((one) => one.severity)
    expect(severity('Weighs flour and water by the gram')).toEqual(['warning'])
    expect(severity('Weighs the flour and some water by every gram.')).toEqual(['advice'])
  })

  test('are not those that share a few common words', () => {
    const report = dough({ ...PLAIN, 1: [...PLAIN[1], 'Sweeps flour and water off the floor by noon.'] })
    expect(found(report, 'near-duplicate')).toEqual([])
  })
})

describe('neighbouring levels', () => {
  test('that hardly differ are pointed at, with the level below', () => {
    const report = dough({
      ...PLAIN,
      2: ['Shapes loaves of one size.', 'Tells when the dough has risen enough.'],
      3: ['Tells when doughs have risen enough.', 'Shapes all loaves of the same size.'],
    })
    expect(found(report, 'levels-alike')).toMatchObject([
      {
        at: 'dough-making/level-3',
        file: DOUGH,
        line: 21,
        twin: { at: 'dough-making/level-2', line: 14 },
        mend: expect.stringContaining('Say what only level 3 has'),
      },
    ])
  })

  test('are not compared across a gap', () => {
    const report = dough({ 1: ['Shapes loaves of one size.'], 3: ['Shapes loaves of one size.'] })
    expect(found(report, 'levels-alike')).toEqual([])
  })
})

describe('words', () => {
  const words = (text: string, kind: JudgementKind) =>
    found(dough({ ...PLAIN, 1: [text] }), kind).map((one) => one.message)

  test('that nobody can observe are named, each with its reason', () => {
    expect(words('Consistently shows a good understanding of dough.', 'unobservable-word')).toEqual([
      '"good understanding" names knowledge without saying how it shows.',
      '"consistently" says how often without a number.',
    ])
    expect(words('Understands why dough rises.', 'unobservable-word')).toEqual([
      '"understands" is a state of mind; nobody sees it.',
    ])
  })

  test('about personality are named, with what to write instead', () => {
    expect(words('Brings a positive attitude and is passionate about bread.', 'personality-word')).toEqual([
      '"attitude", "passionate" judges who somebody is, not what they do.',
    ])
  })

  test.each([
    ['what somebody else says', 'Asks "how often?" and notes “very often” beside the batch.'],
    ['what others come to understand', 'Draws the oven so that a newcomer understands it.'],
    ['a number asked for', 'Counts how often a batch fails.'],
    ['a user-friendly thing', 'Writes a user-friendly label for each loaf.'],
    ['a word inside another', 'Greats the strongest cheese with an overly fine grater.'],
  ])('are not seen in %s', (_, text) => {
    expect([...words(text, 'unobservable-word'), ...words(text, 'personality-word')]).toEqual([])
  })

  test('are not looked for in practices, which say what to do', () => {
    expect(found(dough(PLAIN, ['Consistently weigh everything.']), 'unobservable-word')).toEqual([])
  })
})

describe('sentences', () => {
  const LONG =
    'Weighs flour, water, salt and yeast for every batch before the first customer comes and writes the four figures into the book that lies beside the oven.'

  test('of more than 25 words are counted', () => {
    expect(found(dough({ ...PLAIN, 1: [LONG] }), 'long-behaviour')).toMatchObject([
      { message: 'This behaviour has 27 words.', file: DOUGH, line: 12, text: LONG },
    ])
    expect(
      found(dough({ ...PLAIN, 1: [LONG.replace('the book that lies beside', '')] }), 'long-behaviour'),
    ).toEqual([])
  })

  test('that are far harder to read than the rest are told with both ages', () => {
    const plain = Array.from(
      { length: 24 },
      (_, at) => `Puts ${at + 2} loaves on the rack and ${at + 3} in the box.`,
    )
    const hard =
      'Operationalises fermentation characteristics, incorporating environmental considerations and organisational sustainability.'
    const report = dough({ ...PLAIN, 1: [...plain, hard] })
    expect(found(report, 'hard-to-read')).toMatchObject([{ text: hard, severity: 'advice' }])
    expect(found(report, 'hard-to-read')[0]?.message).toMatch(/reading age of \d\d; half .* at \d+ or below/)
  })
})

describe('roles', () => {
  test('ask for every skill, or the skill is pointed at', () => {
    const report = bakeryWith({ 'skills/sweeping.md': HEAD.replace('Dough', 'Sweeping') })
    expect(found(report, 'unused-skill')).toMatchObject([
      { at: 'sweeping', file: 'skills/sweeping.md', line: 1, message: 'No role asks for "Sweeping".' },
    ])
  })

  test('do not ask for the same as a neighbour', () => {
    const same = bakeryWith(
      replaced(
        'expectations.csv',
        'sales-assistant,hygiene,2\nsales-assistant,serving-customers,2',
        'sales-assistant,dough-making,1\nsales-assistant,oven-work,1\nsales-assistant,hygiene,2',
      ),
    )
    expect(found(same, 'same-role')).toMatchObject([
      { at: 'apprentice>sales-assistant', file: 'moves.yaml', line: 5, severity: 'warning' },
    ])
    expect(found(same, 'same-role')[0]?.message).toContain('exactly what "Apprentice" asks for: three skills')
  })

  test('are neighbours on their path even where no move joins them', () => {
    const banded = bakeryWith({
      'framework.yaml': `${textOf('framework.yaml')}bands: [{ band: 1, name: Lower }, { band: 2, name: Upper }]\n`,
      'roles.yaml':
        'roles:\n  - { id: baker, name: Baker, path: bakehouse, band: 1 }\n  - { id: pastry-cook, name: Pastry cook, path: bakehouse, band: 1 }\n',
      'moves.yaml': 'moves: []\n',
      'expectations.csv': 'role,skill,level\nbaker,dough-making,2\npastry-cook,dough-making,2\n',
    })
    expect(found(banded, 'same-role').map((one) => one.at)).toEqual(['baker>pastry-cook'])
  })

  test('rise by something in a step up, and a thin one says how thin', () => {
    const flat = bakeryWith(
      replaced(
        'expectations.csv',
        'baker,dough-making,2\nbaker,oven-work,2',
        'baker,dough-making,1\nbaker,oven-work,1',
      ),
    )
    expect(found(flat, 'thin-jump')).toEqual([])
    const thinner = bakeryWith({
      'expectations.csv':
        'role,skill,level,weight\napprentice,dough-making,1,2\napprentice,hygiene,1,2\nbaker,dough-making,1,3\nbaker,hygiene,1,3\nmaster-baker,oven-work,1,1\nmaster-baker,ordering,1,1\nmaster-baker,serving-customers,1,1\n',
    })
    expect(found(thinner, 'thin-jump').map(({ at, severity }) => [at, severity])).toEqual([
      ['apprentice>baker', 'advice'],
    ])
    expect(found(thinner, 'thin-jump')[0]).toMatchObject({
      message: 'The step from "Apprentice" to "Baker" asks for a higher level in no skill.',
      mend: expect.stringContaining('Thin means'),
    })
  })
})

describe('what the owner accepts', () => {
  const vague = { [DOUGH]: skillFile({ ...PLAIN, 1: ['Often weighs flour.'] }) }
  const acceptance = (kind: string, at: string) =>
    appended('framework.yaml', `lint:\n  - { accept: ${kind}, at: ${at}, reason: We mean it. }\n`)

  test('is counted and no longer listed', () => {
    const report = bakeryWith({ ...vague, ...acceptance('unobservable-word', 'dough-making/at-1-0') })
    expect(report).toMatchObject({ entries: [], accepted: 1 })
  })

  test('is told when nothing answers to it any more', () => {
    const report = bakeryWith({ ...vague, ...acceptance('unobservable-word', 'dough-making/gone') })
    expect(report.entries.map((entry) => entry.kind)).toEqual(['unobservable-word', 'needless-acceptance'])
    expect(found(report, 'needless-acceptance')).toMatchObject([{ file: 'framework.yaml', line: 17 }])
  })

  test('needs a reason and a kind that there is', () => {
    const report = bakeryWith(
      appended('framework.yaml', 'lint:\n  - { accept: nonsense, at: dough-making }\n'),
    )
    expect(report.entries.filter((entry) => entry.severity === 'error')).toHaveLength(2)
  })
})

describe('a framework in another language', () => {
  const german = (language: string) => ({
    ...appended('framework.yaml', `language: ${language}\n`),
    [DOUGH]: skillFile({
      1: ['Often very strong attitude.'],
      2: ['Wiegt das Mehl für jeden Teig ab.'],
      3: ['Wiegt das Mehl für jeden Teig ab.'],
    }),
  })

  test('is not held to English words, and the report says so', () => {
    const report = bakeryWith(german('de'))
    expect(report.notJudged).toEqual(['unobservable-word', 'personality-word', 'hard-to-read'])
    expect(report.language).toBe('de')
    expect(found(report, 'unobservable-word')).toEqual([])
  })

  test('is still checked for what repeats', () => {
    const report = bakeryWith(german('de'))
    expect(report.entries.map((entry) => entry.kind)).toEqual(['near-duplicate', 'levels-alike'])
  })

  test('is checked for repeats without counting words where words are not separated', () => {
    const report = bakeryWith({
      ...appended('framework.yaml', 'language: ja\n'),
      [DOUGH]: skillFile({
        1: ['毎朝、小麦粉と水を正確に量る。'],
        2: ['毎朝、小麦粉と水を正確に量ります。'],
      }),
    })
    expect(report.notJudged).toContain('long-behaviour')
    expect(found(report, 'near-duplicate')).toHaveLength(1)
  })
})

test('the order of files makes no difference', () => {
  const files: FolderFile[] = folder({
    [DOUGH]: skillFile({ ...PLAIN, 1: ['Often weighs flour and water by the gram.', 'Strong.'] }),
    [OVEN]: skillFile(PLAIN, [], HEAD.replace('Dough', 'Oven work')),
  })
  const expected = lintReport(files)
  expect(expected.entries.length).toBeGreaterThan(3)
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      expect(lintReport(shuffled)).toEqual(expected)
    }),
    { numRuns: 20 },
  )
})
