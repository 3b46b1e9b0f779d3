// Brings a framework version that was stored by an earlier release to the shape that the program reads.

import type { Anchor, Framework, Resource, Skill } from './framework.ts'

/**
 * A stored version never changes, so it keeps the shape of the release that read it (decision 0002). This is the one
 * place that knows older shapes: whatever comes out of the database or a cache goes through here before anything
 * else looks at it. The digest belongs to the stored shape, not to the result. A version that is up to date already
 * comes back as the same object.
 *
 * Older shapes: something to read was a plain text, before it could say what to take from it.
 */
export function currentShape(stored: Framework): Framework {
  if (!Array.isArray(stored.skills) || !stored.skills.some(isOldSkill)) return stored
  return {
    ...stored,
    skills: stored.skills.map((skill) => (isOldSkill(skill) ? currentSkill(skill) : skill)),
  }
}

function isOldSkill(skill: Skill): boolean {
  // An import brings versions that nobody has looked into, so nothing is taken for granted here.
  const anchors = (skill as Partial<Skill> | null)?.anchors
  return Array.isArray(anchors) && anchors.some(isOldAnchor)
}

function isOldAnchor(anchor: Anchor): boolean {
  const reading = (anchor as Partial<Anchor> | null)?.reading
  return Array.isArray(reading) && reading.some((entry: unknown) => typeof entry === 'string')
}

function currentSkill(skill: Skill): Skill {
  return {
    ...skill,
    anchors: skill.anchors.map((anchor) => (isOldAnchor(anchor) ? currentAnchor(anchor) : anchor)),
  }
}

function currentAnchor(anchor: Anchor): Anchor {
  const reading: (Resource | string)[] = anchor.reading
  return {
    ...anchor,
    reading: reading.map((entry) => (typeof entry === 'string' ? { source: entry } : entry)),
  }
}
