// The words of the program, what they mean, what else people call them, and where they are shown.
import { Link, useRouterState } from '@tanstack/react-router'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { GLOSSARY, type GlossaryTopic, type Term } from '../../core/glossary/glossary.ts'
import { PageHead } from '../parts/page-head.tsx'
import { glossaryWords, placesOfTerms } from '../words/glossary.ts'
import './glossary.css'

export function GlossaryPage() {
  const wanted = useRouterState({ select: (state) => state.location.hash })
  return (
    <>
      <PageHead title={glossaryWords.title}>
        <p className="lead quiet">{glossaryWords.lead}</p>
      </PageHead>
      {[...groupedBy(GLOSSARY, (term) => term.topic)].map(([topic, terms]) => (
        <Topic key={topic} topic={topic} terms={terms} wanted={wanted} />
      ))}
    </>
  )
}

function Topic({ topic, terms, wanted }: { topic: GlossaryTopic; terms: Term[]; wanted: string }) {
  return (
    <section className="section glossary-topic">
      <h2>{glossaryWords.topics[topic]}</h2>
      <dl className="glossary">
        {terms.map((term) => (
          <div key={term.id} id={term.id} data-wanted={term.id === wanted || undefined}>
            <dt>{term.name}</dt>
            <dd>
              <p>{term.meaning}</p>
              <p className="small quiet">
                {glossaryWords.also(term.also.join(', '))}
                <Shown term={term} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Shown({ term }: { term: Term }) {
  const place = placesOfTerms[term.id]
  if (!place) return null
  return (
    <>
      {'. '}
      {glossaryWords.shown} <Link to={place.to}>{place.name}</Link>
    </>
  )
}
