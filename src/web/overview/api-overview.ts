// The part of the program's API that is about figures of several people.
import type { Result } from '../../core/result.ts'
import type { SkillQuality } from '../../core/sealing/framework-quality.ts'
import type { Cell } from '../../core/sealing/release.ts'
import { type Problem, read, send } from '../api.ts'

export interface Release {
  id: string
  number: number
  frameworkDigest: string
  purpose: string
  releasedOn: string
}

export type OverviewRows = 'team' | 'path' | 'role'

export interface OverviewAsked {
  release?: string | undefined
  team?: string | undefined
  by?: OverviewRows | undefined
}

export interface Overview {
  /** What the view is switched on for today. */
  purpose: string
  releases: Release[]
  release: Release | null
  before: Release | null
  teams: { id: string; name: string; parentId: string | null }[]
  whole: Cell | null
  wholeBefore: Cell | null
  rows: Cell[]
  rowsBefore: Cell[]
  quality: { closedOn: string; skills: SkillQuality[] }[]
}

function queryOf(asked: OverviewAsked): string {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

export function readOverview(asked: OverviewAsked): Promise<Overview> {
  return read(`/organisation/overview${queryOf(asked)}`)
}

export function overviewFile(asked: OverviewAsked): string {
  return `/api/organisation/overview/export${queryOf(asked)}`
}

export function makeRelease(day: string): Promise<Result<Release, Problem>> {
  return send(`/organisation/releases/${day}`, { method: 'PUT' })
}
