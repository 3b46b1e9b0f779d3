// What a role is about equal to elsewhere: claims with their confidence, source and date, never facts.
import type { EquivalenceClaim, Framework, Role } from '../../core/framework/framework.ts'
import { roleWords } from '../words/role.ts'

export function Equivalences({ framework, role }: { framework: Framework; role: Role }) {
  const claims = framework.equivalences.filter((claim) => claim.role === role.id)
  if (claims.length === 0) return <p className="quiet">{roleWords.noEquivalence}</p>
  const companyName = (id: string) => framework.companies.find((company) => company.id === id)?.name ?? id
  const origins = [...new Set(claims.map(originOf))].filter((origin) => origin !== '')
  return (
    <div className="stack">
      <p className="quiet">{roleWords.equivalencesHelp}</p>
      <ul className="claims">
        {claims.map((claim) => (
          <li key={`${claim.company} ${claim.grades.join(' ')}`}>
            <p>
              {companyName(claim.company)} <strong>≈ {claim.grades.join(', ')}</strong>
            </p>
            <p className="small quiet">
              {roleWords.confidence(claim.confidence)}
              {claim.note ? `; ${claim.note}` : ''}
              {origins.length > 1 && originOf(claim) !== ''
                ? ` [${origins.indexOf(originOf(claim)) + 1}]`
                : ''}
            </p>
          </li>
        ))}
      </ul>
      <ul className="small quiet">
        {origins.map((origin, index) => (
          <li key={origin}>
            {origins.length > 1 ? `[${index + 1}] ` : ''}
            {roleWords.source(origin)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function originOf(claim: EquivalenceClaim): string {
  return [claim.source, claim.date].filter(Boolean).join(', ')
}
