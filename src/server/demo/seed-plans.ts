// What managers of the demo do besides: upcoming work with their people, and reading cases beside each other.
import { randomUUID } from 'node:crypto'
import { DEMO_CALIBRATION, DEMO_WORK } from '../../core/demo/demo-voices.ts'
import { addQuarters, quarterOf } from '../../core/opportunity/quarter.ts'
import type { Together } from './seed-together.ts'

const ADMIN = 'nadia-rossi'
/** At which level people look for work to grow by. */
const LEVEL = 3

export async function seedCalibration(all: Together): Promise<void> {
  const { act, idOf, goBack } = all
  const { closed, open, readers, hasRead, purpose } = DEMO_CALIBRATION
  goBack(120)
  const first = await openRound(all, closed, purpose)
  for (const key of readers) await readCases(all, key, first)
  goBack(110)
  await act(idOf(ADMIN), 'POST', `/api/calibration/rounds/${first.id}/close`)
  goBack(6)
  const second = await openRound(all, open, purpose)
  for (const key of hasRead) await readCases(all, key, second)
}

interface CalibrationRound {
  id: string
  cases: { id: string; skills: string[] }[]
}

function openRound(
  { act, idOf }: Together,
  cases: readonly string[],
  purpose: string,
): Promise<CalibrationRound> {
  return act(idOf(ADMIN), 'POST', '/api/calibration/rounds', { purpose, cases })
}

async function readCases(all: Together, key: string, round: CalibrationRound): Promise<void> {
  const { act, idOf, random } = all
  for (const { id: caseId, skills } of round.cases)
    for (const skill of skills) {
      // Where the case lies, with a reader now and then a level off.
      const lies = 1 + ((caseId.length + skill.length) % 4)
      const drawn = random()
      const level = lies + (drawn < 0.15 ? -1 : drawn > 0.75 ? 1 : 0)
      await act(idOf(key), 'PUT', `/api/calibration/rounds/${round.id}/readings`, { caseId, skill, level })
    }
}

/** For the quarter to come, with what was agreed and what people had before. */
export async function seedWork(all: Together): Promise<void> {
  const { act, idOf, goBack, services } = all
  const today = goBack(10)
  const frameworkDigest = services.current.digest
  for (const { manager, coming, given, wishes, earlier, agreed } of DEMO_WORK) {
    const me = idOf(manager)
    for (const [key, ago, title, kind] of earlier) {
      const quarter = addQuarters(quarterOf(today), -ago)
      const had = { title, kind, quarter, about: '', weeks: 4, skills: [] }
      await act(me, 'POST', `/api/opportunities/earlier/${idOf(key)}`, had)
    }
    for (const [key, skill] of Object.entries(agreed))
      await act(me, 'PUT', `/api/opportunities/agreed/${idOf(key)}`, {
        ...{ frameworkDigest, areas: [{ skill, level: LEVEL - 1 }], weeks: 7 },
      })
    const from = addQuarters(quarterOf(today), 1)
    const ids = new Map<string, string>()
    for (const { skills, ...one } of coming) {
      const id = randomUUID()
      ids.set(one.title, id)
      await act(me, 'PUT', `/api/opportunities/${id}`, {
        ...{ ...one, about: '', quarter: from, frameworkDigest, shown: true, revisionId: randomUUID() },
        ...{ tried: { with: [], without: [] }, skills: skills.map((skill) => ({ skill, level: LEVEL })) },
      })
    }
    for (const key of wishes) await wishFor(all, key)
    const board = Object.entries(given).map(([title, keys]) => ({
      opportunityId: ids.get(title) ?? '',
      personIds: keys.map(idOf),
    }))
    await act(me, 'PUT', '/api/opportunities/board', { from, board })
  }
}

async function wishFor({ act, idOf }: Together, key: string): Promise<void> {
  const mine = await act<{ parts: { id: string; stage: string }[] }>(
    idOf(key),
    'GET',
    '/api/opportunities/mine',
  )
  const shown = mine.parts.find(({ stage }) => stage === 'shown')
  if (shown !== undefined)
    await act(idOf(key), 'PUT', `/api/opportunities/mine/parts/${shown.id}/wish`, { wished: true })
}
