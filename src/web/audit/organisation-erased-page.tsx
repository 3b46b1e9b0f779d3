// Who was erased, by id, with the proof of each. For administrators of people.
import { useQuery } from '@tanstack/react-query'
import { KeepersOnly } from '../organisation/keepers-only.tsx'
import { OrganisationLink } from '../organisation/organisation-link.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { eraseWords as words } from '../words/record.ts'
import { listErasures } from './api-record.ts'
import { ErasureProofView } from './erasure-proof-view.tsx'
import '../organisation/organisation.css'

export function OrganisationErasedPage() {
  return (
    <KeepersOnly>
      <div className="organisation">
        <PageHead title={words.erased} eyebrow={<OrganisationLink />}>
          <p className="lead">{words.erasedLead}</p>
        </PageHead>
        <Erasures />
      </div>
    </KeepersOnly>
  )
}

function Erasures() {
  const { data, error } = useQuery({ queryKey: ['erasures'], queryFn: listErasures })
  if (data === undefined) return <ProblemLine error={error} />
  if (data.length === 0) return <p>{words.nobody}</p>
  return data.map((erasure) => (
    <section key={erasure.id} className="section">
      <h2>{words.line(dateWords.minute(erasure.erasedAt), erasure.erasedBy)}</h2>
      <p className="small quiet">{erasure.proof.personId}</p>
      <Disclosure summary={words.proof}>
        <ErasureProofView erasure={erasure} />
      </Disclosure>
    </section>
  ))
}
