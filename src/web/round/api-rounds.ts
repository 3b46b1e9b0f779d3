// The part of the program's API that is about people who rate each other.
import type { Assessment, RaterKind } from '../../core/assessment/assessment.ts'
import type { Result } from '../../core/result.ts'
import type { AgreedLevel } from '../../core/round/agreement.ts'
import type { DisputeKind } from '../../core/round/dispute.ts'
import type { Side } from '../../core/round/opening.ts'
import type { Ask, AskState, Purpose, Round } from '../../core/round/round.ts'
import { type Problem, precondition, read, refusedWith, send } from '../api.ts'
import type { Member } from '../organisation/api-organisation.ts'

export interface Named {
  id: string
  name: string
}

type OfAsk = 'id' | 'raterKind' | 'frameworkDigest' | 'skills' | 'purpose' | 'confidential' | 'managerSees'
type MoreOfAsk = 'note' | 'dueOn' | 'askedAt' | 'answeredAt' | 'assessmentId' | 'guesses'

export interface Asked extends Pick<Ask, OfAsk | MoreOfAsk> {
  subject: Named
  askedBy: Named
  round: { id: string; title: string } | null
  blindWith: Named | null
  state: AskState
  /** ISO day; null where what was given does not change any more. */
  changesUntil: string | null
}

export interface SaidOfRating {
  id: string
  skill: string
  kind: DisputeKind
  words: string
  saidAt: string
}

export interface OneAsked {
  asked: Asked
  assessment: Assessment | null
  disputes: SaidOfRating[]
  otherIsDone: boolean | null
  openingId: string | null
}

export interface AskSent {
  id: string
  subject: Named
  rater: Named
  skills: string[]
  purpose: Purpose
  note: string
  dueOn: string
  sentAt: string
}

export interface Given {
  rater: Named
  assessment: Assessment
  disputes: SaidOfRating[]
}

export interface OpenedPair {
  id: string
  roundId: string
  subject: Named
  manager: Named
  frameworkDigest: string
  purpose: Purpose
  sides: { subject: Side; manager: Side }
  openedAt: string
}

export interface AgreementOf {
  id: string
  subject: Named
  manager: Named
  version: number
  frameworkDigest: string
  frameworkVersion: string
  purpose: Purpose
  items: AgreedLevel[]
  proposedBy: string
  proposedAt: string
  signedAt: string | null
}

export interface RoundOf extends Omit<Round, 'startedBy' | 'startedAt'> {
  startedBy: Named
  isOver: boolean
  organises: boolean
}

export interface RoundPart {
  subject: Named
  agreedAt: string | null
  mayPropose: boolean
  mayAgree: boolean
  /** Of the list as it stands here. */
  revisionId: string
  raters: { id: string; rater: Named; kind: RaterKind }[]
  chanceShown: number | null
}

/** Who would be asked about somebody, before a round is started. */
export interface RoundProposal {
  person: string
  /** Colleagues who can see any of the skills, without oneself and one’s manager. */
  invited: number
  chanceShown: number
}

export interface OneRound {
  round: RoundOf
  parts: RoundPart[]
  counts: { asked: number; answered: number | null } | null
}

export function readRoundProposals(
  people: readonly string[],
  kinds: readonly RaterKind[],
  skills: readonly string[],
): Promise<RoundProposal[]> {
  const asked = { people: people.join(','), kinds: kinds.join(','), skills: skills.join(',') }
  return read(`/round-proposals?${new URLSearchParams(asked)}`)
}

type Saved<Value> = Promise<Result<Value, Problem>>

export function listAsked(): Promise<Asked[]> {
  return read('/asked')
}

export function readAsked(id: string): Promise<OneAsked> {
  return read(`/asked/${encodeURIComponent(id)}`)
}

export function actOnAsked(id: string, action: 'begin' | 'give' | 'take-back' | 'decline'): Saved<OneAsked> {
  return send(`/asked/${encodeURIComponent(id)}/${action}`, { method: 'POST' })
}

export function saveGuesses(id: string, guesses: Record<string, number>): Saved<OneAsked> {
  return send(`/asked/${encodeURIComponent(id)}/guesses`, { method: 'PUT', body: { guesses } })
}

export function openPair(askId: string): Saved<OpenedPair> {
  return send(`/asked/${encodeURIComponent(askId)}/open`, { method: 'POST' })
}

export function readOpening(id: string): Promise<OpenedPair> {
  return read(`/openings/${encodeURIComponent(id)}`)
}

export interface AskCommand {
  subject: string
  raters: string[]
  skills: string[]
  purpose: Purpose
  note: string
  dueOn: string
}

export function sendAsks(command: AskCommand, key: string): Saved<AskSent[]> {
  return send('/asks', { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export function listAsksSent(): Promise<AskSent[]> {
  return read('/asks')
}

export function listGiven(): Promise<Given[]> {
  return read('/given')
}

const NOT_FOUND = 404

/** What was given about somebody who reports to the reader, with who it is about; null where nobody of this id does. */
export async function listGivenAbout(id: string): Promise<{ person: Member; given: Given[] } | null> {
  const given = refusedWith([NOT_FOUND], await send<Given[]>(`/given?about=${encodeURIComponent(id)}`))
  if (!given.ok) return null
  return { person: await read<Member>(`/members/${encodeURIComponent(id)}`), given: given.value }
}

export function sayOfRating(
  assessmentId: string,
  said: { skill: string; kind: DisputeKind; words: string },
): Saved<SaidOfRating> {
  return send(`/given/${encodeURIComponent(assessmentId)}/disputes`, { method: 'POST', body: said })
}

export function takeSaidBack(id: string): Saved<void> {
  return send(`/disputes/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export function listAgreements(): Promise<AgreementOf[]> {
  return read('/agreements')
}

export function proposeAgreement(
  command: { with: string; frameworkDigest: string; purpose: Purpose; items: AgreedLevel[] },
  key: string,
): Saved<AgreementOf> {
  return send('/agreements', { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export function signAgreement(id: string): Saved<AgreementOf> {
  return send(`/agreements/${encodeURIComponent(id)}/sign`, { method: 'POST' })
}

export function listRounds(): Promise<RoundOf[]> {
  return read('/rounds')
}

export function readRound(id: string): Promise<OneRound> {
  return read(`/rounds/${encodeURIComponent(id)}`)
}

export interface StartRound {
  title: string
  purpose: Purpose
  confidential: boolean
  managerSees: boolean
  skills: string[]
  kinds: RaterKind[]
  subjects: string[]
  endsOn: string
}

export function startRound(command: StartRound, key: string): Saved<OneRound> {
  return send('/rounds', { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export function proposeRaters(
  roundId: string,
  personId: string,
  raters: { rater: string; kind: RaterKind }[],
  seen: string,
): Saved<RoundPart> {
  const path = `/rounds/${encodeURIComponent(roundId)}/people/${encodeURIComponent(personId)}/raters`
  return send(path, { method: 'PUT', body: { raters }, headers: precondition(seen) })
}

export function agreeToRaters(roundId: string, personId: string, seen: string): Saved<RoundPart> {
  const path = `/rounds/${encodeURIComponent(roundId)}/people/${encodeURIComponent(personId)}/agree`
  return send(path, { method: 'POST', headers: precondition(seen) })
}

export function closeRound(id: string): Saved<OneRound> {
  return send(`/rounds/${encodeURIComponent(id)}/close`, { method: 'POST' })
}
