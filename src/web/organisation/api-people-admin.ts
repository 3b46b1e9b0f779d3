// The part of the program's API that keeps the organisation's list of people, and says who sees what.
import type { AdminScope } from '../../core/access/viewer.ts'
import type { LineKind } from '../../core/organisation/people-list.ts'
import type { FileProblem } from '../../core/organisation/read-people-file.ts'
import type { Sheet } from '../../core/organisation/sheet.ts'
import type { ViewOfSeveral } from '../../core/organisation/views.ts'
import type { Result } from '../../core/result.ts'
import { newId, type Problem, precondition, read, send } from '../api.ts'
import type { Member } from './api-organisation.ts'

export interface PersonRecord {
  id: string
  displayName: string
  leftOn: string | null
  closedAt: string | null
  userName: string | null
  externalId: string | null
  lines: { id: string; kind: LineKind; value: string; says: string; from: string; until: string | null }[]
  administers: { scope: AdminScope; since: string }[]
  changes: {
    id: string
    madeAt: string
    source: 'page' | 'file' | 'directory' | 'undo'
    label: string
    madeBy: string | null
    undoneAt: string | null
    people: number
    says: string[]
  }[]
  revisionId: string
}

export interface PersonChanged {
  person: PersonRecord
  changeId: string | null
  others: string[]
}

export interface RoleRef {
  frameworkId: string
  role: string
}

export type PersonCommand =
  | { kind: 'name'; displayName: string }
  | { kind: 'key'; userName: string | null; externalId: string | null }
  | { kind: 'team' | 'manager'; value: string | null; from: string }
  | { kind: 'role'; value: RoleRef | null; from: string }
  | { kind: 'leave'; lastDay: string; atOnce: boolean }
  | { kind: 'return'; from: string }
  | { kind: 'stay' }

export interface PeoplePage {
  people: Member[]
  total: number
}

export function listOrganisationPeople(wanted: {
  find: string
  left: boolean
  skip: number
}): Promise<PeoplePage> {
  const query = new URLSearchParams({
    ...(wanted.find === '' ? {} : { find: wanted.find }),
    left: wanted.left ? 'yes' : 'no',
    skip: String(wanted.skip),
  })
  return read(`/organisation/people?${query}`)
}

export function readPersonRecord(id: string): Promise<PersonRecord> {
  return read(`/organisation/people/${encodeURIComponent(id)}`)
}

export interface NewPerson {
  displayName: string
  from: string
  teamId: string | null
  managerId: string | null
  role: RoleRef | null
}

export function addOrganisationPerson(
  person: NewPerson,
  key: string,
): Promise<Result<PersonChanged, Problem>> {
  return send('/organisation/people', { method: 'POST', body: person, headers: { 'idempotency-key': key } })
}

export function changePersonRecord(
  id: string,
  command: PersonCommand,
  seen: string,
): Promise<Result<PersonChanged, Problem>> {
  const path = `/organisation/people/${encodeURIComponent(id)}/changes`
  return send(path, { method: 'POST', body: command, headers: precondition(seen) })
}

export interface ChangeUndone {
  people: number
  removed: number
  left: string[]
}

export function undoListChange(id: string): Promise<Result<ChangeUndone, Problem>> {
  return send(`/organisation/changes/${encodeURIComponent(id)}/undo`, { method: 'POST', body: {} })
}

export interface TeamEntry {
  id: string
  name: string
  parentId: string | null
  endedOn: string | null
  revisionId: string
}

export function listTeams(): Promise<TeamEntry[]> {
  return read('/organisation/teams')
}

export interface NewTeam {
  name: string
  parentId: string | null
}

export function addTeam(team: NewTeam, key: string): Promise<Result<TeamEntry, Problem>> {
  return send('/organisation/teams', { method: 'POST', body: team, headers: { 'idempotency-key': key } })
}

export function changeTeam(team: TeamEntry): Promise<Result<TeamEntry, Problem>> {
  const { id, revisionId, ...body } = team
  return send(`/organisation/teams/${id}`, { method: 'PUT', body, headers: precondition(revisionId) })
}

export interface GrantEntry {
  id: string
  personId: string
  displayName: string
  leftOn: string | null
  scope: AdminScope
  grantedAt: string
  grantedBy: string | null
}

export function listGrants(): Promise<GrantEntry[]> {
  return read('/organisation/grants')
}

export function giveGrant(grant: {
  personId: string
  scope: AdminScope
}): Promise<Result<GrantEntry, Problem>> {
  return send('/organisation/grants', {
    method: 'POST',
    body: grant,
    headers: { 'idempotency-key': newId() },
  })
}

export function endGrant(id: string, isOwn: boolean): Promise<Result<void, Problem>> {
  return send(`/organisation/grants/${id}?own=${isOwn ? 'yes' : 'no'}`, { method: 'DELETE' })
}

export interface TokenEntry {
  id: string
  label: string
  madeAt: string
  lastUsedAt: string | null
  endedAt: string | null
}

export function listDirectoryTokens(): Promise<TokenEntry[]> {
  return read('/organisation/directory-tokens')
}

export function makeDirectoryToken(
  label: string,
): Promise<Result<{ token: TokenEntry; secret: string }, Problem>> {
  return send('/organisation/directory-tokens', { method: 'POST', body: { label } })
}

export function endDirectoryToken(id: string): Promise<Result<void, Problem>> {
  return send(`/organisation/directory-tokens/${id}`, { method: 'DELETE' })
}

export type FileCounts = Record<'added' | 'changed' | 'ended' | 'same', number>

export interface FilePreview {
  counts: FileCounts
  people: { line: number; name: string; what: keyof FileCounts; says: string[] }[]
  others: string[]
  teams: string[]
  problems: FileProblem[]
  problemCount: number
  unread: { heading: string; why: string }[]
  text: string | null
  planId: string
}

export function previewPeopleFile(file: Blob): Promise<Result<FilePreview, Problem>> {
  return send('/organisation/people-files/preview', { method: 'POST', file })
}

export function takePeopleFile(
  file: Blob,
  { name, planId, key }: { name: string; planId: string; key: string },
): Promise<Result<{ changeId: string | null; counts: FileCounts }, Problem>> {
  const headers = { ...precondition(planId), 'idempotency-key': key }
  return send(`/organisation/people-files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    file,
    headers,
  })
}

export interface FileTaken {
  id: string
  label: string
  people: number
  madeAt: string
  undoneAt: string | null
}

export function listPeopleFiles(): Promise<FileTaken[]> {
  return read('/organisation/people-files')
}

export function readSheet(): Promise<Sheet> {
  return read('/organisation/sheet')
}

export interface ViewSwitchEntry {
  id: string
  view: ViewOfSeveral
  purpose: string
  switchedOnBy: string | null
  switchedOnAt: string
  endedAt: string | null
}

export function listViewSwitches(): Promise<ViewSwitchEntry[]> {
  return read('/views')
}

export function switchViewOn(
  view: ViewOfSeveral,
  purpose: string,
): Promise<Result<ViewSwitchEntry, Problem>> {
  return send(`/views/${view}`, { method: 'PUT', body: { purpose } })
}

export function switchViewOff(view: ViewOfSeveral): Promise<Result<void, Problem>> {
  return send(`/views/${view}`, { method: 'DELETE' })
}
