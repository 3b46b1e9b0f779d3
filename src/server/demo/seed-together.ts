// What people of the demo do with each other: rounds, questions, openings, agreements, calibration, work and releases.
import { randomUUID } from 'node:crypto'
import type { DemoCompany, DemoPerson } from '../../core/demo/demo-company.ts'
import {
  DEMO_ASKS,
  DEMO_DISPUTE,
  DEMO_NOTES,
  DEMO_PROOF,
  DEMO_PURPOSES,
  DEMO_ROUND_SKILLS,
} from '../../core/demo/demo-voices.ts'
import { expectationOf, topLevel } from '../../core/framework/look-up.ts'
import { type Random, seededRandom } from '../../core/measurement/seeded-random.ts'
import type { Services } from '../app-env.ts'
import { type ActAs, actAs } from './act-as.ts'

const DAY_MS = 86_400_000
/** Administers this Skillmap; the third of the roster. */
const ADMIN = 'nadia-rossi'
/** Of colleagues asked in a round. */
const PEERS = 3

export interface Together {
  services: Services
  company: DemoCompany
  idOf: (key: string) => string
  act: ActAs
  random: Random
  /** Moves the clock to so many days before today, and tells that day. */
  goBack(days: number): string
  /** A day so many after the one that the clock shows. */
  dayIn(days: number): string
}

interface Asked {
  asked: { id: string; skills: string[]; subject: { id: string }; raterKind: string; state: string }
  assessment: { id: string } | null
}

interface RoundPart {
  subject: { id: string }
  revisionId: string
}

export function togetherOf(
  needs: { services: Services; setNow(now: Date): void },
  today: Date,
  { company, idOf }: Pick<Together, 'company' | 'idOf'>,
): Together {
  const { services } = needs
  return {
    ...{ services, company, idOf, act: actAs(services), random: seededRandom(7) },
    goBack(days) {
      needs.setNow(new Date(today.getTime() - days * DAY_MS))
      return services.now().toISOString().slice(0, 10)
    },
    dayIn: (days) => new Date(services.now().getTime() + days * DAY_MS).toISOString().slice(0, 10),
  }
}

export async function seedViews({ act, idOf, goBack }: Together): Promise<void> {
  goBack(420)
  for (const [view, purpose] of Object.entries(DEMO_PURPOSES))
    await act(idOf(ADMIN), 'PUT', `/api/views/${view}`, { purpose })
}

/** Under names, a year ago: everybody answers, and what the two of each pair said is opened. */
export async function seedLastYear(all: Together): Promise<void> {
  const { act, idOf, goBack } = all
  goBack(365)
  const subjects = [...teamOf(all, 'payments'), ...teamOf(all, 'search')]
  const round = await startRound(all, ADMIN, { title: 'Last autumn', subjects, confidential: false })
  await agreeRaters(all, round, subjects, ADMIN, PEERS)
  goBack(356)
  const raters = all.company.people.filter((one) => one.leftOn === null)
  for (const rater of raters) await answerAll(all, rater)
  goBack(350)
  for (const { key } of subjects)
    for (const ask of await asksOf(all, key))
      if (ask.raterKind === 'self') await act(idOf(key), 'POST', `/api/asked/${ask.id}/open`)
  await act(idOf(ADMIN), 'POST', `/api/rounds/${round}/close`)
}

/** In confidence: the closing seals it, and who answered is nowhere any more. */
export async function seedConfidential(all: Together): Promise<void> {
  const { act, idOf, goBack } = all
  goBack(200)
  const subjects = teamOf(all, 'data')
  const round = await startRound(all, ADMIN, { title: 'Spring', subjects, confidential: true })
  await agreeRaters(all, round, subjects, ADMIN, PEERS + 1)
  goBack(190)
  for (const rater of all.company.people.filter((one) => one.leftOn === null)) await answerAll(all, rater)
  goBack(180)
  await act(idOf(ADMIN), 'POST', `/api/rounds/${round}/close`)
}

/** Under names, and running: about half have answered; one list of raters waits for its agreement. */
export async function seedRunning(all: Together): Promise<void> {
  const { goBack, random } = all
  goBack(9)
  const subjects = teamOf(all, 'platform')
  const round = await startRound(all, 'sofia-marino', { title: 'This autumn', subjects, confidential: false })
  await agreeRaters(all, round, subjects.slice(0, -1), 'sofia-marino', PEERS)
  goBack(3)
  for (const rater of subjects) if (random() < 0.5) await answerAll(all, rater)
}

/** What managers and their people agreed on; for one pair it was agreed anew, and asks for more. */
export async function seedAgreements(all: Together): Promise<void> {
  const { goBack, company } = all
  const agreed = new Set<string>()
  for (const daysAgo of [330, 210]) {
    const day = goBack(daysAgo)
    for (const person of company.people) {
      if (person.leftOn !== null || agreed.has(person.key) || !wasManaged(person, day)) continue
      await agreeOn(all, person, { proof: DEMO_PROOF.first, by: all.dayIn(270) })
      agreed.add(person.key)
    }
  }
  goBack(60)
  const moved = company.people.find(({ key }) => key === 'jonas-weber')
  if (moved !== undefined) await agreeOn(all, moved, { proof: DEMO_PROOF.later, by: all.dayIn(180) })
}

export async function seedAsks(all: Together): Promise<void> {
  const { act, idOf, goBack, dayIn } = all
  for (const { asker, raters, skills, note, daysAgo, answers } of DEMO_ASKS) {
    goBack(daysAgo)
    await act(idOf(asker), 'POST', '/api/asks', {
      ...{ subject: 'me', raters: raters.map(idOf), skills, purpose: 'development', note },
      dueOn: dayIn(14),
    })
    goBack(daysAgo - 3)
    for (const key of answers) {
      const rater = all.company.people.find((one) => one.key === key)
      if (rater !== undefined) await answerAll(all, rater)
    }
  }
  goBack(30)
  const { by, rater, skill, words } = DEMO_DISPUTE
  const given = await act<
    { rater: { id: string }; assessment: { id: string; ratings: { skill: string }[] } }[]
  >(idOf(by), 'GET', '/api/given')
  const one = given.find(
    (entry) =>
      entry.rater.id === idOf(rater) && entry.assessment.ratings.some((rating) => rating.skill === skill),
  )
  if (one === undefined) throw new Error('Nobody gave what the demo contests.')
  await act(idOf(by), 'POST', `/api/given/${one.assessment.id}/disputes`, { skill, kind: 'contest', words })
}

/** Figures about several people: half a year ago, and now. */
export async function seedRelease({ act, idOf, goBack }: Together, daysAgo: number): Promise<void> {
  const day = goBack(daysAgo)
  await act(idOf(ADMIN), 'PUT', `/api/organisation/releases/${day}`)
}

/** Whoever is in a team and leads nobody. */
function teamOf({ company }: Together, team: string): DemoPerson[] {
  const leads = new Set(company.people.map(({ manager }) => manager))
  return company.people.filter((one) => one.team === team && one.leftOn === null && !leads.has(one.key))
}

function wasManaged({ managers, manager }: DemoPerson, day: string): boolean {
  return managers.some((line) => line.manager === manager && line.from <= day && line.until === null)
}

async function startRound(
  { act, idOf, dayIn }: Together,
  starter: string,
  { title, subjects, confidential }: { title: string; subjects: DemoPerson[]; confidential: boolean },
): Promise<string> {
  // A manager starts rounds about whoever reports to them.
  const about = starter === ADMIN ? subjects : subjects.filter(({ manager }) => manager === starter)
  const started = await act<{ round: { id: string } }>(idOf(starter), 'POST', '/api/rounds', {
    ...{ title, purpose: 'development', confidential, managerSees: !confidential },
    ...{ skills: DEMO_ROUND_SKILLS, kinds: ['self', 'manager', 'peer'], endsOn: dayIn(21) },
    subjects: about.map(({ key }) => idOf(key)),
  })
  return started.round.id
}

/** Colleagues of the same team today, in an order that differs for each person. */
async function agreeRaters(
  all: Together,
  round: string,
  subjects: DemoPerson[],
  agrees: string,
  count: number,
): Promise<void> {
  const { act, idOf, random, company } = all
  const about = agrees === ADMIN ? subjects : subjects.filter(({ manager }) => manager === agrees)
  const { parts } = await act<{ parts: RoundPart[] }>(idOf(agrees), 'GET', `/api/rounds/${round}`)
  for (const subject of about) {
    const others = company.people
      .filter((one) => one.team === subject.team && one.leftOn === null && one.key !== subject.key)
      .filter((one) => one.key !== subject.manager && !isAboveOrBelow(one, subject))
      .map((one) => ({ one, order: random() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, count)
    const path = `/api/rounds/${round}/people/${idOf(subject.key)}`
    let seen = parts.find((part) => part.subject.id === idOf(subject.key))?.revisionId ?? ''
    if (others.length > 0) {
      const raters = others.map(({ one }) => ({ rater: idOf(one.key), kind: 'peer' }))
      seen = (await act<RoundPart>(idOf(agrees), 'PUT', `${path}/raters`, { raters }, seen)).revisionId
    }
    await act(idOf(agrees), 'POST', `${path}/agree`, undefined, seen)
  }
}

/** Whether one ever managed the other: they are no colleagues in a round. */
function isAboveOrBelow(one: DemoPerson, other: DemoPerson): boolean {
  return (
    one.managers.some(({ manager }) => manager === other.key) ||
    other.managers.some(({ manager }) => manager === one.key)
  )
}

function asksOf({ act, idOf }: Together, key: string): Promise<Asked['asked'][]> {
  return act(idOf(key), 'GET', '/api/asked')
}

/** Everything that is open to somebody, answered and given. */
async function answerAll(all: Together, rater: DemoPerson): Promise<void> {
  const { act, idOf, random } = all
  const me = idOf(rater.key)
  for (const { id, state } of await asksOf(all, rater.key)) {
    if (state !== 'open') continue
    const { asked, assessment } = await act<Asked>(me, 'POST', `/api/asked/${id}/begin`)
    const subject = all.company.people.find(({ key }) => idOf(key) === asked.subject.id)
    if (subject === undefined || assessment === null) continue
    for (const skill of asked.skills) {
      const path = `/api/assessments/${assessment.id}/ratings/${skill}`
      await act(me, 'PUT', path, {
        revisionId: randomUUID(),
        ...ratingOf(all, subject, skill, asked.raterKind === 'self'),
      })
    }
    if (asked.raterKind === 'self' && random() < 0.6) {
      const [skill = ''] = asked.skills
      const guesses = { [skill]: levelOf(all, subject, skill) }
      await act(me, 'PUT', `/api/asked/${id}/guesses`, { guesses })
    }
    await act(me, 'POST', `/api/asked/${id}/give`)
  }
}

/** Most see what the person sees; some a level less or more; a few have not seen it. */
function ratingOf(all: Together, subject: DemoPerson, skill: string, isSelf: boolean) {
  const { random, services } = all
  const drawn = random()
  if (drawn < 0.08 && !isSelf) return { level: null, reason: 'not-seen' }
  const off = drawn < 0.3 ? -1 : drawn > 0.85 ? 1 : 0
  const top = topLevel(services.current.framework)
  const level = Math.min(top, Math.max(0, levelOf(all, subject, skill) + off))
  const notes = DEMO_NOTES[skill]?.[isSelf ? 'own' : off < 0 ? 'could' : 'does'] ?? []
  const note = random() < 0.55 ? (notes[Math.floor(random() * notes.length)] ?? '') : ''
  return { level, note }
}

/** As they say themselves; nobody holds a role far below what it asks. */
function levelOf({ services }: Together, person: DemoPerson, skill: string): number {
  const said = person.said.at(-1)?.ratings.find((rating) => rating.skill === skill)
  const role = person.roles.at(-1)?.role ?? ''
  const asked = Math.round(expectationOf(services.current.framework, role, skill).level)
  return Math.max(said?.level ?? asked, asked - 1)
}

async function agreeOn(
  all: Together,
  person: DemoPerson,
  { proof, by }: { proof: string; by: string },
): Promise<void> {
  const { act, idOf, services } = all
  const [me, manager] = [idOf(person.key), idOf(person.manager ?? '')]
  const top = topLevel(services.current.framework)
  const items = DEMO_ROUND_SKILLS.map((skill) => {
    const level = levelOf(all, person, skill)
    const aims = skill === DEMO_PROOF.skill && level < top
    return { skill, level: aims ? level + 1 : level, proof: aims ? proof : '', by: aims ? by : null }
  })
  const body = { with: me, purpose: 'development', frameworkDigest: services.current.digest, items }
  const proposed = await act<{ id: string }>(manager, 'POST', '/api/agreements', body)
  await act(me, 'POST', `/api/agreements/${proposed.id}/sign`)
}
