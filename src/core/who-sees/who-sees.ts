// Answers "Who can see this?" of one thing: by asking its very rule of everybody who could, and of those who could not.

import { type AccessFacts, admin, evaluateRule, managedOn, type Rule } from '../access/rule.ts'
import { sayRule, TODAY } from '../access/say-rule.ts'
import { ADMIN_SCOPES, ordinaryViewer, type Viewer } from '../access/viewer.ts'
import { KEEPS, type SheetTag } from '../organisation/sheet.ts'
import type { SheetNoun } from '../organisation/sheet-noun.ts'
import { SHEET_NOUNS } from '../organisation/sheet-nouns.ts'
import { capitalise, listInWords } from '../planning/plain-words.ts'
import { type SeenItem, seenItem } from './seen-items.ts'
import { whoSeesWords as words } from './who-sees-words.ts'

/**
 * Somebody who may or may not see it, as the organisation's list has them today. Without grants, but for whoever asks:
 * what administrators read is said of the grant, because who has one is not everybody's to know.
 */
export interface Looker {
  viewer: Viewer & { personId: string }
  name: string
}

export interface WhoSees {
  /** What it is, in the middle of a sentence: "your plan". */
  name: string
  /** Whoever sees it now, the one who asks among them. */
  readers: string[]
  /** Whoever does not, nearest first. */
  never: string[]
  /** What changes that. */
  changes: string[]
  /** What it is kept for. */
  why: string
  /** How long it is kept. */
  keeps: string[]
  /** What whoever runs the server could read; null on a computer of one's own. */
  disk: string | null
  /** The rule itself, as the sheet says it. */
  rule: string
}

interface WhoSeesNeeds {
  item: SeenItem
  facts: AccessFacts
  /** Who asks; they see it. */
  me: string
  /** ISO day. */
  today: string
  /** Those of the organisation who have to do with it, in the order in which they are named. */
  lookers: readonly Looker[]
  tags: readonly SheetTag[]
  /** What somebody is about to give, as it will be then. */
  onceGiven?: AccessFacts
}

/** Nobody has this id: a colleague who has nothing to do with it. */
const A_COLLEAGUE = '00000000-0000-4000-8000-000000000000'

export function whoSees(needs: WhoSeesNeeds): WhoSees {
  const { item, facts, today, tags } = needs
  const { name, see, sheet } = seenItem(item)
  const noun = nounOf(sheet)
  const own = tags.filter(({ table, column }) => noun.tables.includes(table) && column !== 'org_id')
  const { readers, never } = askEverybody(needs, see(today), facts)
  const isOfMe = (facts.subjectId ?? facts.ownerId) === needs.me
  return {
    ...{ name, readers, never },
    changes: changesOf(needs, see(today), readers.length > 1),
    why: isOfMe ? toYou(noun) : noun.why,
    keeps: [
      ...new Set(
        own.map(({ retention }) => (isOfMe && retention === 'person' ? words.untilYouAre : KEEPS[retention])),
      ),
    ],
    disk: own.some(({ purpose }) => purpose === 'sealed-text') ? words.sealed : words.unsealed,
    rule: sayRule(see(TODAY)),
  }
}

/** The same where one person has a folder of their own: nobody need be asked. */
export function whoSeesAlone(item: SeenItem): WhoSees {
  const { name, see, sheet, passing } = seenItem(item)
  return {
    name,
    readers: [words.onlyYouHere],
    never: [words.nobodyElseHere],
    changes: [words.passingHere[passing]],
    why: toYou(nounOf(sheet)),
    keeps: [words.untilErased],
    disk: null,
    rule: sayRule(see(TODAY)),
  }
}

/** What it is kept for, said to the person whose it is. */
function toYou({ why, whyYou = why }: SheetNoun): string {
  return whyYou
}

/** Throws where an item names a noun that is not on the sheet; a test holds that none does. */
function nounOf(title: string): SheetNoun {
  const found = SHEET_NOUNS.find((noun) => noun.title === title)
  if (found === undefined) throw new Error(`The sheet has no noun “${title}”.`)
  return found
}

function askEverybody(
  needs: WhoSeesNeeds,
  rule: Rule,
  facts: AccessFacts,
): Pick<WhoSees, 'readers' | 'never'> {
  const { lookers } = needs
  const colleague = ordinaryViewer(facts.orgId, A_COLLEAGUE)
  if (evaluateRule(rule, colleague, facts))
    return { readers: [capitalise(sayRule({ kind: 'everyone' }))], never: [words.outside] }
  const isReader = (looker: Looker) => evaluateRule(rule, looker.viewer, facts)
  const admins = ADMIN_SCOPES.filter((scope) => evaluateRule(rule, { ...colleague, adminOf: [scope] }, facts))
  const readers = lookers.filter(isReader).map((one) => nameOf(needs, one, facts))
  return {
    readers: [...readers, ...admins.map((scope) => capitalise(sayRule(admin(scope))))],
    never: [
      ...lookers.filter((one) => !isReader(one)).map((one) => nameOf(needs, one, facts)),
      words.colleagues,
      admins.length === 0 ? words.noAdministrator : words.otherAdministrators,
    ],
  }
}

/** "You", or the name and what they are to it. */
function nameOf({ me, today, lookers, item }: WhoSeesNeeds, looker: Looker, facts: AccessFacts): string {
  const { viewer, name } = looker
  const id = viewer.personId
  if (id === me) return words.you
  const managed = managedOn(viewer, today)
  const whom = [facts.subjectId, ...lookers.map((one) => one.viewer.personId)].find(
    (one): one is string => one !== null && managed.includes(one),
  )
  if (id === facts.recipientId) return words.named(name, words.handedTo)
  if (id === facts.subjectId && id !== facts.ownerId) return words.named(name, words.about)
  if (whom !== undefined) return words.named(name, words.manages(whoIs(me, lookers, whom)))
  if (id === facts.ownerId) return words.named(name, seenItem(item).ownerWords ?? words.whose)
  return name
}

function whoIs(me: string, lookers: readonly Looker[], id: string | null): string {
  if (id === me) return words.youInSentence
  return lookers.find(({ viewer }) => viewer.personId === id)?.name ?? words.somebody
}

/** What would let somebody else in, or somebody out: found by asking the rule again with one fact changed. */
function changesOf(needs: WhoSeesNeeds, rule: Rule, isShared: boolean): string[] {
  const { item, facts, me, today, lookers, onceGiven } = needs
  const colleague = ordinaryViewer(facts.orgId, A_COLLEAGUE)
  const { subjectId } = facts
  const manager: Viewer =
    subjectId === null
      ? colleague
      : { ...colleague, reports: [{ personId: subjectId, from: today, until: null }] }
  const whom = whoIs(me, lookers, subjectId)
  const isManagerIn = evaluateRule(rule, manager, facts) && !evaluateRule(rule, colleague, facts)
  const isManagerLeftOut = !isManagerIn && evaluateRule(rule, manager, { ...facts, audience: 'manager' })
  const recipient = facts.recipientId ?? null
  const isHanded = recipient !== null && evaluateRule(rule, { ...colleague, personId: recipient }, facts)
  const { passing } = seenItem(item)
  const changes = [
    ...(onceGiven === undefined ? [] : [words.onceGiven(readersOf(needs, onceGiven))]),
    ...(isHanded ? [words.untilWithdrawn(whoIs(me, lookers, facts.ownerId))] : []),
    ...(isManagerIn ? [words.managesToday(whom)] : []),
    ...(isManagerLeftOut ? [words.notSaidBeforehand(whom)] : []),
    ...(passing === 'none' ? [] : [words.passing[passing]]),
  ]
  return changes.length > 0 || isShared ? changes : [words.passing.none]
}

/** Whoever reads what is given, in one line. */
function readersOf(needs: WhoSeesNeeds, facts: AccessFacts): string {
  const given = { ...needs, item: 'given' as const }
  return listInWords(askEverybody(given, seenItem('given').see(needs.today), facts).readers)
}
