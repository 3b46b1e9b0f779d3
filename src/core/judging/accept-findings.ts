// Leaves out what the owner of a framework has looked at and accepted, and tells acceptances that are not needed.
import type { AcceptedFinding, Framework } from '../framework/framework.ts'
import { placeOf, type SourceMap } from '../framework/source-map.ts'
import type { Finding } from './finding.ts'
import type { JudgementKind } from './judgement-kinds.ts'

/** The findings that are not accepted. */
export function withoutAccepted(framework: Framework, findings: readonly Finding[]): Finding[] {
  const accepted = framework.acceptedFindings ?? []
  return accepted.length === 0
    ? [...findings]
    : findings.filter((finding) => !accepted.some((one) => accepts(one, finding)))
}

/** A finding about two sentences may be accepted at either of them, so that it stays accepted when their order changes. */
function accepts({ kind, at }: AcceptedFinding, finding: Finding): boolean {
  if (kind !== finding.kind) return false
  return at === finding.at || (kind === 'near-duplicate' && at === finding.twin?.at)
}

/** Acceptances that nothing answers to any more. Kinds that were not judged are passed over. */
export function needlessAcceptances(
  framework: Framework,
  findings: readonly Finding[],
  notJudged: ReadonlySet<JudgementKind>,
  sources: SourceMap,
): Finding[] {
  return (framework.acceptedFindings ?? []).flatMap((one, index) => {
    if (notJudged.has(one.kind) || findings.some((finding) => accepts(one, finding))) return []
    return [
      {
        kind: 'needless-acceptance' as const,
        severity: 'advice' as const,
        ...placeOf(sources, `/lint/${index}`),
        at: one.at,
        message: `Nothing of the kind "${one.kind}" is found at "${one.at}".`,
        mend: 'Remove the entry, or correct what it names.',
      },
    ]
  })
}
