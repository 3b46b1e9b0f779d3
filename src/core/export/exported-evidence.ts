// Evidence as a part of a personal export.

import { z } from 'zod'
import type { EvidenceRevision } from '../evidence/evidence.ts'
import {
  LONGEST_EVIDENCE,
  LONGEST_LINK,
  LONGEST_NAME,
  LONGEST_ORIGIN,
  LONGEST_SKILL_NOTE,
  MOST_CREDITED,
  MOST_LINKS,
  MOST_SKILLS,
} from '../evidence/evidence-limits.ts'
import { isSafeLink } from '../evidence/safe-link.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import { digest, id, MOST, text, time } from './exported-assessment.ts'

/** Missing in exports from before there was any. */
export interface ExportedEvidence {
  /** By entry, then oldest first. What could not be opened is among the records, as it is stored. */
  evidence: EvidenceRevision[]
}

const revision = z.object({
  id,
  revisionId: id,
  version: z.number().int().min(1),
  replaces: id.nullable(),
  withdrawn: z.boolean(),
  frameworkDigest: digest,
  happenedOn: z.iso.date(),
  text: z.string().max(LONGEST_EVIDENCE),
  links: z
    .array(z.string().max(LONGEST_LINK).refine(isSafeLink, 'is not an address of the web'))
    .max(MOST_LINKS),
  credit: z
    .array(z.object({ name: z.string().min(1).max(LONGEST_NAME), personId: id.nullable() }))
    .max(MOST_CREDITED),
  skills: z
    .array(
      z.object({
        skill: text.min(1),
        level: z.number().int().min(1).max(100).nullable(),
        behaviours: z.array(text).max(1000),
        note: z.string().max(LONGEST_SKILL_NOTE),
      }),
    )
    .max(MOST_SKILLS),
  template: z.enum(['plain', 'glue', 'prevention', 'mentoring']),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('typed') }),
    z.object({ kind: z.literal('captured'), origin: z.string().min(1).max(LONGEST_ORIGIN) }),
  ]),
  writtenAt: time,
}) satisfies z.ZodType<EvidenceRevision>

export const exportedEvidence = { evidence: z.array(revision).max(MOST).default([]) }

interface Problem {
  pointer: string
  message: string
}

/** What no single field can show: histories in order. They may have gaps, where a revision could not be opened. */
export function checkEvidence({ evidence }: ExportedEvidence): Problem[] {
  const versions = new Map<string, number>()
  return evidence.flatMap(({ id: entry, version }, index) => {
    const last = versions.get(entry) ?? 0
    versions.set(entry, version)
    return version > last ? [] : [{ pointer: `/evidence/${index}/version`, message: `must be above ${last}` }]
  })
}

/** Skills and levels that their framework version does not have. */
export function evidenceProblems(
  { evidence }: ExportedEvidence,
  frameworks: ReadonlyMap<string, Framework>,
): Problem[] {
  return evidence.flatMap(({ frameworkDigest, skills }, index) => {
    const framework = frameworks.get(frameworkDigest)
    if (framework === undefined) return []
    return skills.flatMap(({ skill, level }, place): Problem[] => {
      const pointer = `/evidence/${index}/skills/${place}`
      if (findSkill(framework, skill) === undefined)
        return [{ pointer: `${pointer}/skill`, message: `no skill is called ${skill}` }]
      const top = topLevel(framework)
      return level !== null && level > top
        ? [{ pointer: `${pointer}/level`, message: `the scale ends at ${top}` }]
        : []
    })
  })
}
