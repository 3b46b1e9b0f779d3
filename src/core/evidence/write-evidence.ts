// Decides whether an entry of evidence makes sense: a day that has come, some words, links that are safe, skills that exist.

import { isDate } from '../assessment/is-date.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Evidence, EvidenceContent, SupportedSkill } from './evidence.ts'
import {
  LONGEST_EVIDENCE,
  LONGEST_LINK,
  LONGEST_NAME,
  LONGEST_ORIGIN,
  LONGEST_SKILL_NOTE,
  MOST_CREDITED,
  MOST_LINKS,
  MOST_SKILLS,
} from './evidence-limits.ts'
import { isSafeLink } from './safe-link.ts'

export interface WriteEvidenceCommand extends EvidenceContent {
  id: string
  frameworkDigest: string
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}

/** `path` leads to a part of the command, such as `links/0`. */
export interface EvidenceFailure {
  kind: 'invalid'
  path: string
  message: string
}

/** An entry, or the first thing that does not fit. `now` is an ISO time; a day ahead of it is somebody's today elsewhere. */
export function writeEvidence(
  framework: Framework,
  command: WriteEvidenceCommand,
  now: string,
): Result<Omit<Evidence, 'version'>, EvidenceFailure> {
  const failure =
    dayFailure(command, now) ??
    textFailure(command) ??
    linkFailure(command) ??
    creditFailure(command) ??
    skillFailure(framework, command.skills)
  return failure === null ? succeed({ ...command, writtenAt: now }) : fail(failure)
}

function invalid(path: string, message: string): EvidenceFailure {
  return { kind: 'invalid', path, message }
}

const DAY_MS = 86_400_000

function dayFailure({ happenedOn }: EvidenceContent, now: string): EvidenceFailure | null {
  if (!isDate(happenedOn)) return invalid('happenedOn', 'This must be a day such as 2026-11-26.')
  const latest = new Date(Date.parse(now) + DAY_MS).toISOString().slice(0, 10)
  return happenedOn > latest ? invalid('happenedOn', 'This day has not come yet.') : null
}

function textFailure({ text, source }: EvidenceContent): EvidenceFailure | null {
  if (text.trim() === '') return invalid('text', 'Say in a few words what you did.')
  if (text.length > LONGEST_EVIDENCE)
    return invalid('text', `An entry has at most ${LONGEST_EVIDENCE} characters; this has ${text.length}.`)
  const isStrange =
    source.kind === 'captured' && (source.origin === '' || source.origin.length > LONGEST_ORIGIN)
  return isStrange ? invalid('source/origin', `This must have 1 to ${LONGEST_ORIGIN} characters.`) : null
}

function linkFailure({ links }: EvidenceContent): EvidenceFailure | null {
  if (links.length > MOST_LINKS) return invalid('links', `No more than ${MOST_LINKS} links.`)
  const strange = links.findIndex((link) => link.length > LONGEST_LINK || !isSafeLink(link))
  return strange === -1
    ? null
    : invalid(`links/${strange}`, 'A link begins with https:// or http:// and names a place.')
}

function creditFailure({ credit }: EvidenceContent): EvidenceFailure | null {
  if (credit.length > MOST_CREDITED) return invalid('credit', `No more than ${MOST_CREDITED} people.`)
  const strange = credit.findIndex(({ name }) => name.trim() === '' || name.length > LONGEST_NAME)
  return strange === -1
    ? null
    : invalid(`credit/${strange}/name`, `A name has 1 to ${LONGEST_NAME} characters.`)
}

/** What of the skills a framework version does not have, or does not allow; null where all of it fits. */
export function skillFailure(
  framework: Framework,
  skills: readonly SupportedSkill[],
): EvidenceFailure | null {
  if (skills.length > MOST_SKILLS) return invalid('skills', `No more than ${MOST_SKILLS} skills.`)
  const top = topLevel(framework)
  for (const [index, { skill, level, behaviours, note }] of skills.entries()) {
    const path = `skills/${index}`
    const found = findSkill(framework, skill)
    if (found === undefined) return invalid(`${path}/skill`, `No skill is called ${skill}.`)
    if (skills.findIndex((one) => one.skill === skill) !== index)
      return invalid(`${path}/skill`, `${skill} is there twice.`)
    if (level !== null && !(Number.isInteger(level) && level >= 1 && level <= top))
      return invalid(`${path}/level`, `A level is from 1 to ${top}.`)
    const known = found.anchors.flatMap((anchor) => anchor.behaviours.map(({ id }) => id))
    const strange = behaviours.find((id) => !known.includes(id))
    if (strange !== undefined)
      return invalid(`${path}/behaviours`, `${found.name} has no behaviour called ${strange}.`)
    if (note.length > LONGEST_SKILL_NOTE || /[\r\n]/.test(note))
      return invalid(`${path}/note`, `A note is one line of at most ${LONGEST_SKILL_NOTE} characters.`)
  }
  return null
}
