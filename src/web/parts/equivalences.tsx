// What a role is about equal to elsewhere: claims with their confidence, source and date, never facts.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { roleWords } from '../words/role.ts'

export function Equivalences({ framework, role }: { framework: Framework; role: Role }) {
  const claims = framework.equivalences.filter((claim) => claim.role === role.id)
  if (claims.length === 0) return <p className="quiet">{roleWords.noEquivalence}</p>
  const companyName = (id: string) => framework.companies.find((company) => company.id === id)?.name ?? id
  return (
    <div className="stack">
      <p className="quiet">{roleWords.equivalencesHelp}</p>
      <ul className="claims">
        {claims.map((claim) => (
          <li key={`${claim.company} ${claim.grades.join(' ')}`}>
            <p>
              <strong>≈ {claim.grades.join(', ')}</strong> {companyName(claim.company)}
            </p>
            <p className="small quiet">
              {roleWords.confidence} {roleWords.confidences[claim.confidence]}
              {claim.note ? `; ${claim.note}` : ''}
            </p>
            <p className="eyebrow">{[claim.source, claim.date].filter(Boolean).join(', ')}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
