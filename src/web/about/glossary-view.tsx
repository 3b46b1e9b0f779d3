// The words of the program, what they mean, what else people call them, and where they are shown.
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { GLOSSARY, type GlossaryTopic, type Term } from '../../core/glossary/glossary.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { glossaryWords, placesOfTerms } from '../words/glossary.ts'

interface ViewProps {
  /** The id of the word that somebody came for. */
  wanted: string | null
  /** Whether a page that words are shown on can be led to. */
  isThere: (to: string) => boolean
}

export function GlossaryView(props: ViewProps) {
  return (
    <>
      <PageHead title={glossaryWords.title}>
        <p className="lead quiet">{glossaryWords.lead}</p>
      </PageHead>
      {[...groupedBy(GLOSSARY, (term) => term.topic)].map(([topic, terms]) => (
        <Topic key={topic} topic={topic} terms={terms} {...props} />
      ))}
    </>
  )
}

function Topic({ topic, terms, ...rest }: { topic: GlossaryTopic; terms: Term[] } & ViewProps) {
  return (
    <section className="section glossary-topic">
      <h2>{glossaryWords.topics[topic]}</h2>
      <dl className="glossary">
        {terms.map((term) => (
          <div key={term.id} id={term.id} data-wanted={term.id === rest.wanted || undefined}>
            <dt>{term.name}</dt>
            <dd>
              <p>{term.meaning}</p>
              <p className="small quiet">
                {glossaryWords.also(term.also.join(', '))}
                <Shown term={term} isThere={rest.isThere} />
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Shown({ term, isThere }: { term: Term; isThere: ViewProps['isThere'] }) {
  const place = placesOfTerms[term.id]
  if (!place || !isThere(place.to)) return null
  return (
    <>
      {'. '}
      {glossaryWords.shown} <Link to={place.to}>{place.name}</Link>
    </>
  )
}
