// Every private or shared thing that a page shows says who can see it: held for all nouns of the policy and all pages.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AccessFacts, evaluateRule } from '../src/core/access/rule.ts'
import { ADMIN_SCOPES, ordinaryViewer, type Viewer } from '../src/core/access/viewer.ts'
import { SHEET_NOUNS } from '../src/core/organisation/sheet-nouns.ts'
import { SEEN_ITEMS, type SeenItem, seenItem } from '../src/core/who-sees/seen-items.ts'
import { whoSeesAlone } from '../src/core/who-sees/who-sees.ts'
import { accessRules } from '../src/server/route-access.ts'
import { rulesOfToday } from './policy/compare.ts'

const web = join(import.meta.dirname, '..', 'src', 'web')

/** Nouns of the policy of which no page needs an answer, each with why. */
const NEEDS_NO_ANSWER: Record<string, string> = {
  asSeenBy: 'the page that answers',
  audit:
    'the record, whose page says at its head who reads it; what oneself did is for oneself alone, as it says',
  backup: 'a file of everything; the page says that whoever has it can read it',
  broughtRatings: 'ratings, which say it themselves',
  capture: 'nothing is kept; what is chosen becomes evidence, which says it',
  calibration: 'invented cases, which everyone reads',
  dispute: 'stands beside its rating, and whoever reads that reads this: the answer there holds',
  erasure: 'on a page for administrators of people alone, as it says',
  framework: 'describes work, and everyone reads it',
  heldItem: 'stands under what was kept of somebody, where joining answers',
  invitation: 'on pages that say at their head that only administrators of people see them',
  listChange: 'everyone reads when the list was changed',
  member: 'everyone reads who works here',
  ownWork: 'agreedGrowth and workPart, which say it',
  person: 'a name, which everyone reads as a member',
  preparation: 'holds nothing of its own: teamMapPerson answers there',
  release: 'figures that everyone reads, and that page says so',
  round: 'what a round is for is told to everybody in it: who rates whom says it as roundSubject',
  sheet: 'holds nobody’s data',
  team: 'everyone reads which teams there are',
  teamMap: 'of the people in it teamMapPerson answers',
  viewSwitch: 'everyone reads which views are on',
}

/** Pages that show nothing that is anybody's alone, each with why. */
const SHOW_NOTHING_PRIVATE: Record<string, string> = {
  'about-numbers-page': 'how numbers come about',
  'about-skills-page': 'what hard and soft skills are',
  'as-seen-by-page': 'is itself the answer',
  'bring-page': 'a file of a framework, which describes work',
  'colleagues-page': 'names and teams, which everyone reads',
  'compare-page': 'two roles of a framework',
  'diff-page': 'two versions of a framework',
  'frameworks-page': 'frameworks, which everyone reads',
  'glossary-page': 'words of the program',
  'organisation-audit-page': 'the record, which says at its head who reads it',
  'organisation-erase-page': 'for administrators of people alone, as the page says',
  'organisation-erased-page': 'ids and proofs, for administrators of people alone, as the page says',
  'organisation-file-page': 'the list of people, for administrators of people alone, as the page says',
  'organisation-page': 'links',
  'organisation-people-page': 'the list of people, for administrators of people alone, as the page says',
  'organisation-sheet-page': 'the sheet',
  'organisation-teams-page': 'teams, which everyone reads',
  'organisation-views-page': 'which views are on, which everyone reads',
  'overview-page': 'figures that everyone reads, and the page says so',
  'preparations-page': 'names of those whom one manages; each page of preparation answers',
  'role-page': 'a role of a framework',
  'roles-page': 'roles of a framework',
  'rounds-page': 'names of rounds and whom they are about; each says more on its own page',
  'skills-page': 'skills of a framework',
  'start-page': 'the first question; the line of the target above every page says it',
  'path-page': 'a path of a framework',
}

interface Use {
  file: string
  of: string
  hasId: boolean
  isShared: boolean
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !one.name.includes('.test.'))
    .map((one) => join(one.parentPath, one.name))
}

function usesIn(file: string): Use[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/<WhoCanSee\s([^>]*?)\/>/g)].flatMap(([, given = '']) => {
    const named = /of=(?:"(\w+)"|\{([^}]*)\})/.exec(given)
    // A choice between kinds names each of them.
    const kinds = named?.[1] === undefined ? [...(named?.[2] ?? '').matchAll(/'(\w+)'/g)] : null
    const all = kinds === null ? [named?.[1] ?? ''] : kinds.map(([, kind = '']) => kind)
    return all.map((of) => ({
      ...{ file, of },
      hasId: /\sid=/.test(` ${given}`),
      isShared: /\sshared\b/.test(` ${given}`),
    }))
  })
}

/** What a page loads, at once or later, apart from the frame of every page. */
function reachedFrom(page: string): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file) || /\/(shell|trouble)[\w-]*\.tsx$/.test(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, path = ''] of text.matchAll(/(?:from |import\()'(\.[^']+\.tsx)'/g))
      visit(resolve(dirname(file), path))
  }
  visit(page)
  return seen
}

const all = filesIn(web)
const uses = all.flatMap(usesIn)

describe('Who can see this', () => {
  test('is answered for each noun of the policy, or it is said why no page needs the answer', () => {
    const nouns = Object.keys({ ...accessRules, ...rulesOfToday })
    const answered = new Set<string>(SEEN_ITEMS)
    expect(nouns.filter((noun) => !answered.has(noun) && !(noun in NEEDS_NO_ANSWER))).toEqual([])
    expect(nouns.filter((noun) => answered.has(noun) && noun in NEEDS_NO_ANSWER)).toEqual([])
  })

  test('stands on a page for each kind that it is answered for', () => {
    const shown = new Set([...uses.map(({ of }) => of), ...saveStateKinds()])
    expect(SEEN_ITEMS.filter((item) => !shown.has(item))).toEqual([])
    expect([...shown].filter((of) => !(SEEN_ITEMS as string[]).includes(of))).toEqual([])
  })

  test('can be asked on each page that shows something of somebody', () => {
    const pages = all.filter((file) => file.endsWith('-page.tsx') && !file.includes('/sign-in/'))
    const nameOf = (page: string) => page.split('/').at(-1)?.replace('.tsx', '') ?? ''
    const silent = pages
      .filter((page) => !reachedFrom(page).has(join(web, 'who-sees', 'who-can-see.tsx')))
      .map(nameOf)
    expect(silent.filter((page) => !(page in SHOW_NOTHING_PRIVATE))).toEqual([])
    const names = pages.map(nameOf)
    expect(Object.keys(SHOW_NOTHING_PRIVATE).filter((page) => !names.includes(page))).toEqual([])
  })

  test('says “Only you” exactly where its rule lets nobody else in', () => {
    for (const { file, of, hasId, isShared } of uses.filter((use) => use.of !== ''))
      expect([file, of, isShared]).toEqual([file, of, othersSee(of as SeenItem, hasId)])
  })

  test('is answered on a laptop without asking anybody', () => {
    for (const item of SEEN_ITEMS) {
      expect(whoSeesAlone(item).readers).toEqual(['Only you, on this computer'])
      expect(SHEET_NOUNS.map(({ title }) => title)).toContain(seenItem(item).sheet)
    }
  })
})

/** It is handed which kind it is by the page that saves. */
function saveStateKinds(): string[] {
  return ['rating', 'ask']
}

const [ME, OTHER, THIRD, ORG] = ['a', 'b', 'c', 'o'] as const

/** Whether somebody besides the one who reads may see it: one's own thing, or one of two people where an id is given. */
function othersSee(item: SeenItem, hasId: boolean): boolean {
  const isOfOne = item === 'ask' || item === 'roundSubject' || !hasId
  const facts: AccessFacts = {
    orgId: ORG,
    ownerId: ME,
    subjectId: isOfOne ? ME : OTHER,
    recipientId: isOfOne ? null : THIRD,
    releasedAt: isOfOne ? null : '2026-01-01T00:00:00.000Z',
  }
  const manager: Viewer = {
    ...ordinaryViewer(ORG, 'm'),
    reports: [{ personId: isOfOne ? ME : OTHER, from: '2026-01-01', until: null }],
  }
  const others = [
    ...[OTHER, THIRD].map((id) => ordinaryViewer(ORG, id)),
    manager,
    ...ADMIN_SCOPES.map((scope) => ({ ...ordinaryViewer(ORG, 'd'), adminOf: [scope] })),
  ]
  return others.some((viewer) => evaluateRule(seenItem(item).see('2026-03-01'), viewer, facts))
}
