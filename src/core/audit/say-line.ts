// Says a line of the audit chain as a person would, from what is known of its object besides its id.
import type { AdminScope } from '../access/viewer.ts'
import { VIEW_WORDS } from '../organisation/view-words.ts'
import type { ViewOfSeveral } from '../organisation/views.ts'

/** What is known of the objects of lines, by id. What is gone is left out. */
export interface AuditFacts {
  people: ReadonlyMap<string, string>
  teams: ReadonlyMap<string, string>
  grants: ReadonlyMap<string, { personId: string; scope: AdminScope }>
  invitations: ReadonlyMap<string, string>
  tokens: ReadonlyMap<string, string>
  views: ReadonlyMap<string, { view: string; purpose: string }>
  listChanges: ReadonlyMap<string, { source: string; label: string; people: number }>
  /** By digest: the name and the version. */
  frameworks: ReadonlyMap<string, string>
}

interface Line {
  actorId: string | null
  action: string
  noun: string
  objectId: string
}

const SOMEBODY_GONE = 'somebody who is no longer here'
/** Its terminal, a directory, or what the program does by itself. */
const THE_SERVER = 'The server'

/** Who did it, as the beginning of a sentence. */
export function sayActor(actorId: string | null, facts: Pick<AuditFacts, 'people'>): string {
  if (actorId === null) return THE_SERVER
  return facts.people.get(actorId) ?? 'Somebody who is no longer here'
}

/** What was done, as the rest of the sentence. */
export function sayLine({ action, noun, objectId }: Line, facts: AuditFacts): string {
  const key = `${noun} ${action}`
  const say = SENTENCES[key]
  return say === undefined ? `did something (${key})` : say(objectId, facts)
}

const named = (known: string | undefined, without: string) => (known === undefined ? without : `“${known}”`)
const person = (id: string | undefined, { people }: AuditFacts) =>
  (id === undefined ? undefined : people.get(id)) ?? SOMEBODY_GONE
const view = (id: string, { views }: AuditFacts): string => {
  const known = views.get(id)
  if (known === undefined) return 'a view of several people'
  return `the view “${VIEW_WORDS[known.view as ViewOfSeveral]?.title ?? known.view}”`
}
const team = (id: string, { teams }: AuditFacts) => {
  const known = teams.get(id)
  return known === undefined ? 'a team' : `the team “${known}”`
}
const directory = (id: string, { tokens }: AuditFacts) => named(tokens.get(id), 'a directory')
const framework = (id: string, { frameworks }: AuditFacts) => named(frameworks.get(id), 'a framework')
const grant = (id: string, facts: AuditFacts, how: 'gave' | 'took') => {
  const known = facts.grants.get(id)
  const who = person(known?.personId, facts)
  const what = known === undefined ? 'a grant of administration' : `the administration of ${known.scope}`
  return how === 'gave' ? `gave ${who} ${what}` : `ended ${what} of ${who}`
}

type Say = (objectId: string, facts: AuditFacts) => string

const SENTENCES: Record<string, Say> = {
  'person add': (id, facts) => `put ${person(id, facts)} on the list of people`,
  'person change': (id, facts) => `changed what the list of people says of ${person(id, facts)}`,
  'person remove': () => 'took somebody off the list who had been added by mistake',
  'person erase': () => 'erased somebody; the id stays, whose it was is not kept',
  'list-change undo': (id, { listChanges }) => {
    const known = listChanges.get(id)
    if (known === undefined) return 'took back a change of the list of people'
    const what =
      known.source === 'file' ? `the file ${named(known.label || undefined, 'without a name')}` : 'it'
    return known.source === 'file'
      ? `took back ${what}, with its changes of ${countPeople(known.people)}`
      : `took back a change of the list that was about ${countPeople(known.people)}`
  },
  'team add': (id, facts) => `added ${team(id, facts)}`,
  'team change': (id, facts) => `changed ${team(id, facts)}, or who is in it`,
  'directory-token add': (id, facts) => `let the directory ${directory(id, facts)} keep the list of people`,
  'directory-token remove': (id, facts) => `ended the token of the directory ${directory(id, facts)}`,
  'admin-grant add': (id, facts) => grant(id, facts, 'gave'),
  'admin-grant remove': (id, facts) => grant(id, facts, 'took'),
  'invitation add': (id, facts) => `made an invitation for ${person(facts.invitations.get(id), facts)}`,
  'invitation withdraw': (id, facts) =>
    `called off an invitation for ${person(facts.invitations.get(id), facts)}`,
  'organisation change': () => 'changed the name of the organisation',
  'view-switch add': (id, facts) => {
    const purpose = facts.views.get(id)?.purpose
    return `switched ${view(id, facts)} on${purpose === undefined ? '' : `, for: “${purpose}”`}`
  },
  'view-switch remove': (id, facts) => `switched ${view(id, facts)} off`,
  'release add': () => 'made a release of figures about several people',
  'release export': () => 'took a release of figures out as a table',
  'round add': () => 'started a round',
  'round close': () => 'closed a round',
  'calibration-case add': () => 'wrote a case for calibration',
  'calibration-case remove': () => 'took a case of calibration off the list',
  'calibration-round add': () => 'opened a round of calibration',
  'calibration-round close': () => 'closed a round of calibration',
  'framework publish': (id, facts) => `published ${framework(id, facts)}`,
  'framework remove': (id, facts) => `removed ${framework(id, facts)}`,
  'erasure add': () => 'received the proof that somebody was erased',
  'erasure check': () => 'searched again for what may be left of somebody who was erased',
  'backup add': () => 'took a backup',
  'backup restore': () => 'put a backup back',
  'audit read': () => 'read this record',
  'audit check': () => 'checked that this record is whole',
  'audit export': () => 'took this record out as a file',
}

/** Whether there is a sentence for lines of this kind. */
export function hasSentence(noun: string, action: string): boolean {
  return SENTENCES[`${noun} ${action}`] !== undefined
}

function countPeople(many: number): string {
  return many === 1 ? 'one person' : `${many} people`
}
