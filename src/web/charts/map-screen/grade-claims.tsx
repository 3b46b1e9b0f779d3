// The claims behind the company grades in the gutter, band by band, each with its confidence, source and date.
import type { EquivalenceClaim, Framework } from '../../../core/framework/framework.ts'
import { Disclosure } from '../../parts/disclosure.tsx'
import { mapWords } from '../../words/map.ts'
import { roleName } from '../../words/names.ts'

export function GradeClaims({ framework, company }: { framework: Framework; company: string }) {
  const name = framework.companies.find((one) => one.id === company)?.name ?? company
  return (
    <Disclosure summary={mapWords.claimsSummary(name)}>
      <p>{mapWords.claimsHelp}</p>
      {framework.bands.map((band) => {
        const claims = claimsOfBand(framework, company, band.band)
        return (
          <div key={band.band}>
            <h4>{band.name}</h4>
            {claims.length === 0 ? <p className="quiet">{mapWords.noClaim}</p> : null}
            <ul className="marked-list">
              {claims.map((claim) => (
                <li key={`${claim.role} ${claim.grades.join()}`}>
                  {mapWords.claim(
                    roleName(framework, claim.role),
                    claim.grades.join(', '),
                    claim.confidence,
                    [claim.source, claim.date].filter(Boolean).join(', '),
                    claim.note ?? '',
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </Disclosure>
  )
}

function claimsOfBand(framework: Framework, company: string, band: number): EquivalenceClaim[] {
  const roles = new Set(framework.roles.filter((role) => role.band === band).map((role) => role.id))
  return framework.equivalences.filter((claim) => claim.company === company && roles.has(claim.role))
}
