// Writes framework.yaml.
import { KINDS } from '../framework/assumed-words.ts'
import { canonicalJson } from '../framework/canonical-json.ts'
import type { Framework, Invariant, Layout } from '../framework/framework.ts'
import { assumptionsToWrite, unlessEmpty, wasLeftOut } from './left-out.ts'
import { skillOrderToWrite } from './skill-order.ts'
import { writeYaml } from './write-yaml.ts'

const FILE = 'framework.yaml'

export function writeFrameworkFile(framework: Framework): string {
  const { kinds } = framework
  return writeYaml({
    ...headOf(framework),
    scale: framework.scale,
    counting_rule: framework.countingRule,
    groups: groupsOf(framework),
    kinds: canonicalJson(kinds) === canonicalJson(KINDS) ? undefined : kinds,
    paths: pathsOf(framework),
    bands: wasLeftOut(framework, FILE, 'bands') ? undefined : framework.bands,
    week: unlessEmpty(framework.weekParts),
    equivalences: equivalencesOf(framework),
    invariants: unlessEmpty(framework.invariants.map(writtenInvariant)),
    lint: framework.acceptedFindings?.map(({ kind, at, reason }) => ({ accept: kind, at, reason })),
    layout: framework.layout.computed ? undefined : writtenLayout(framework.layout),
    sources: unlessEmpty(
      framework.sources.map(({ usedFor, ...source }) => ({ ...source, used_for: usedFor })),
    ),
    assumed: unlessEmpty(assumptionsToWrite(framework)),
  })
}

function headOf(framework: Framework) {
  const { id, name, version, language, licence, description, honesty, practiceHoursPerWeek } = framework
  return {
    id,
    name,
    version,
    language: wasLeftOut(framework, FILE, 'language') ? undefined : language,
    licence,
    description,
    honesty,
    practice_hours_per_week: wasLeftOut(framework, FILE, 'practice_hours_per_week')
      ? undefined
      : practiceHoursPerWeek,
  }
}

function groupsOf(framework: Framework) {
  const order = skillOrderToWrite(framework)
  return framework.groups.map(({ id, name, short, about, colour }) => ({
    id,
    name,
    short: short === name ? undefined : short,
    about,
    colour: wasLeftOut(framework, FILE, `groups / ${id} / colour`) ? undefined : colour,
    skills: order.get(id),
  }))
}

function pathsOf(framework: Framework) {
  return framework.paths.map(({ id, name, short, about, pattern }) => ({
    id,
    name,
    short: short === name ? undefined : short,
    about,
    pattern: wasLeftOut(framework, FILE, `paths / ${id} / pattern`) ? undefined : pattern,
  }))
}

function equivalencesOf({ companies, equivalences }: Framework) {
  if (companies.length === 0 && equivalences.length === 0) return undefined
  return {
    companies: companies.map(({ id, name, short }) => ({
      id,
      name,
      short: short === name ? undefined : short,
    })),
    claims: equivalences,
  }
}

function writtenInvariant(invariant: Invariant) {
  if (!('roles' in invariant)) return invariant
  const { exceptGroups, ...rest } = invariant
  return { ...rest, except_groups: exceptGroups }
}

function writtenLayout({ width, height, gutter, bands, stations, lines }: Layout) {
  return {
    width,
    height,
    gutter,
    bands: unlessEmpty(bands),
    stations,
    lines: lines.map(({ path, legs, startDiagonal }) => ({
      path,
      legs,
      'start-diagonal': unlessEmpty(startDiagonal),
    })),
  }
}
