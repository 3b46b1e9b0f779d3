// Rules about roles: their path, band, week and must-haves.
import type { Role } from './framework.ts'
import { eachRepeated, type LintContext } from './lint-context.ts'
import { expectationOf } from './look-up.ts'

const MUST_HAVES = 5

export function lintRoles(context: LintContext): void {
  const { framework, error } = context
  eachRepeated(
    framework.roles,
    (role) => role.id,
    (id, number) =>
      error(
        `/roles/${id}#${number}`,
        `The role "${id}" stands twice.`,
        'Keep one of the two, or give one another id.',
      ),
  )
  eachRepeated(
    framework.roles,
    (role) => role.code,
    (code) => {
      const last = framework.roles.findLast((role) => role.code === code)
      error(`/roles/${last?.id}/code`, `Two roles have the code "${code}".`, 'Give one of them another code.')
    },
  )
  eachRepeated(
    framework.roles.filter((role) => role.preset),
    () => 'preset',
    () => {
      const last = framework.roles.findLast((role) => role.preset)
      error(
        `/roles/${last?.id}/preset`,
        'More than one role is marked "preset".',
        'Keep it on the role that a newcomer most likely holds.',
      )
    },
  )
  for (const role of framework.roles) {
    context.isKnown('path', role.path, context.paths, `/roles/${role.id}/path`, ` (in "${role.id}")`)
    lintBand(role, context)
    lintStay(role, context)
    lintWeek(role, context)
    lintMustHaves(role, context)
  }
}

function lintBand(role: Role, { framework, error, warning }: LintContext): void {
  const key = `/roles/${role.id}/band`
  if (role.band === undefined) {
    if (framework.bands.length === 0) return
    warning(
      `/roles/${role.id}`,
      `"${role.id}" has no band, while the framework has bands.`,
      'Add a band, so that it finds its height on the map.',
    )
  } else if (!framework.bands.some((band) => band.band === role.band)) {
    const known = framework.bands.map((band) => band.band).join(', ')
    error(
      key,
      `There is no band ${role.band} (in "${role.id}").`,
      known === '' ? 'Add bands to framework.yaml, or remove it.' : `Use one of: ${known}.`,
    )
  }
}

function lintStay(role: Role, { error }: LintContext): void {
  const [from, to] = role.usualStay?.years ?? [0, 0]
  if (from > to)
    error(
      `/roles/${role.id}/usual_stay`,
      `The usual stay of "${role.id}" ends before it begins.`,
      'Write the shorter time first.',
    )
}

function lintWeek(role: Role, { framework, error, isKnown }: LintContext): void {
  if (role.week === undefined) return
  const parts = new Set(framework.weekParts.map((part) => part.id))
  for (const part of Object.keys(role.week)) {
    isKnown('part of the week', part, parts, `/roles/${role.id}/week/${part}`, ` (in "${role.id}")`)
  }
  const sum = Object.values(role.week).reduce((total, percent) => total + percent, 0)
  if (Math.abs(sum - 100) > 0.01) {
    error(
      `/roles/${role.id}/week`,
      `The week of "${role.id}" sums to ${sum} percent.`,
      'Correct the parts so that they sum to 100.',
    )
  }
}

function lintMustHaves(role: Role, context: LintContext): void {
  const { framework, skills, error } = context
  const mustHaves = role.mustHaves ?? []
  const key = `/roles/${role.id}/must_haves`
  if (mustHaves.length > MUST_HAVES) {
    error(
      key,
      `"${role.id}" has ${mustHaves.length} must-haves; at most ${MUST_HAVES} are possible.`,
      'Keep the ones without which nobody succeeds in the role.',
    )
  }
  eachRepeated(
    mustHaves,
    (skill) => skill,
    (skill) =>
      error(key, `"${skill}" stands twice among the must-haves of "${role.id}".`, 'Keep one of the two.'),
  )
  for (const [index, skill] of mustHaves.entries()) {
    if (!context.isKnown('skill', skill, skills, `${key}/${index}`, ` (in the must-haves of "${role.id}")`))
      continue
    if (expectationOf(framework, role.id, skill).level > 0) continue
    error(
      `${key}/${index}`,
      `"${skill}" is a must-have of "${role.id}", which does not expect it.`,
      'Expect it in expectations.csv, or take it from the must-haves.',
    )
  }
}
