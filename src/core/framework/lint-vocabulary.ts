// Rules about the words of a framework: its scale, groups, paths, bands, week and companies.
import { eachRepeated, type LintContext } from './lint-context.ts'

export function lintVocabulary(context: LintContext): void {
  lintScale(context)
  const { framework } = context
  const lists = {
    groups: framework.groups,
    paths: framework.paths,
    week: framework.weekParts,
    'equivalences/companies': framework.companies,
  }
  for (const [key, things] of Object.entries(lists)) {
    eachRepeated(
      things,
      (thing) => thing.id,
      (id, number) =>
        context.error(
          `/${key}/${id}#${number}`,
          `The id "${id}" is used twice.`,
          'Give one of the two another id.',
        ),
    )
  }
  eachRepeated(
    framework.bands,
    (band) => String(band.band),
    (band) => context.error('/bands', `Band ${band} stands twice.`, 'Keep one of the two.'),
  )
  lintClaims(context)
}

function lintScale({ framework, error }: LintContext): void {
  for (const [index, level] of framework.scale.entries()) {
    if (level.level === index) continue
    error(
      `/scale/${index}`,
      `The scale has level ${level.level} where level ${index} is expected.`,
      'Number the levels 0, 1, 2 and so on, without gaps, from the lowest up.',
    )
    return
  }
}

function lintClaims({ framework, roles, isKnown }: LintContext): void {
  const companies = new Set(framework.companies.map((company) => company.id))
  for (const [index, claim] of framework.equivalences.entries()) {
    const key = `/equivalences/claims/${index}`
    isKnown('role', claim.role, roles, `${key}/role`, ', which a claim of equivalence names')
    isKnown('company', claim.company, companies, `${key}/company`, ', which a claim of equivalence names')
  }
}
