// What the numbers are and are not: worked out once with the loaded framework, with its sources and its limits.
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { glossaryWords } from '../words/glossary.ts'
import { weightWords } from '../words/level.ts'
import { asSentence } from '../words/names.ts'
import { assumedFields, numbersWords } from '../words/numbers.ts'

const CONFIDENCES = ['high', 'medium', 'low'] as const

/** `example`: every number worked out for two roles. */
export function NumbersView({ framework, example }: { framework: Framework; example: ReactNode }) {
  return (
    <>
      <PageHead title={numbersWords.title}>
        <p className="lead">{numbersWords.lead}</p>
      </PageHead>
      <section className="section stack">
        <h2>{numbersWords.whatTheyAre}</h2>
        <p>{numbersWords.plain}</p>
        {framework.honesty ? <p>{framework.honesty}</p> : null}
        <p>{numbersWords.use}</p>
      </section>
      <div className="section columns">
        <Scale framework={framework} />
        <Weights />
      </div>
      <section className="section stack">
        <h2>{numbersWords.example}</h2>
        {example}
      </section>
      <div className="section columns">
        <Sentences title={numbersWords.limits} sentences={numbersWords.limitsList} />
        <Sentences title={numbersWords.notModelled} sentences={numbersWords.notModelledList} />
      </div>
      <Elsewhere framework={framework} />
      <Assumptions framework={framework} />
      <Sources framework={framework} />
      <p className="section">
        <Link to="/glossary">{glossaryWords.title}</Link>
      </p>
    </>
  )
}

function Scale({ framework }: { framework: Framework }) {
  return (
    <section className="stack">
      <h2 id="scale">{numbersWords.scale}</h2>
      <p className="quiet small">{numbersWords.scaleHelp}</p>
      <ol className="numbers-scale" start={0}>
        {framework.scale.map((step) => (
          <li key={step.level}>
            <strong>
              {step.level} {step.name}
            </strong>
            {step.tell ? <p className="small quiet">{asSentence(step.tell)}</p> : null}
          </li>
        ))}
      </ol>
      {framework.countingRule ? <p className="small">{framework.countingRule}</p> : null}
    </section>
  )
}

function Weights() {
  return (
    <section className="stack">
      <h2 id="weights">{numbersWords.weights}</h2>
      <ol className="numbers-scale">
        {numbersWords.weightTells.map((text, index) => (
          <li key={text}>
            <strong>
              {index + 1} {weightWords[index + 1]}
            </strong>
            <p className="small quiet">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="marked-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function Elsewhere({ framework }: { framework: Framework }) {
  const claims = framework.equivalences
  const companies = framework.companies.filter((one) => claims.some((claim) => claim.company === one.id))
  const by = groupedBy(claims, (claim) => claim.confidence)
  const dates = [...new Set(claims.flatMap((claim) => claim.date ?? []))].toSorted()
  return (
    <section className="section stack">
      <h2>{numbersWords.elsewhere}</h2>
      {claims.length === 0 ? (
        <p className="quiet">{numbersWords.noElsewhere}</p>
      ) : (
        <>
          <p>{numbersWords.elsewhereHelp}</p>
          <p>
            {numbersWords.claims(claims.length, listInWords(companies.map((company) => company.name)))}{' '}
            {asSentence(
              listInWords(
                CONFIDENCES.filter((one) => by.has(one)).map(
                  (one) => `${by.get(one)?.length} with ${numbersWords.confidence[one]}`,
                ),
              ),
            )}{' '}
            {dates.length > 0 ? numbersWords.dated(listInWords(dates)) : ''}
          </p>
          <p>
            <Link to="/map" search={{ grades: companies[0]?.id ?? '', all: 'yes' }}>
              {numbersWords.seeGrades}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

/** Only what touches a number: colours and the picture are left out. */
function Assumptions({ framework }: { framework: Framework }) {
  const touching = framework.assumptions.filter(({ field }) => Object.hasOwn(assumedFields, field))
  const lines = groupedBy(touching, ({ field, assumed }) => `${field} ${assumed}`)
  return (
    <section className="section stack">
      <h2>{numbersWords.assumed}</h2>
      <p>{lines.size === 0 ? numbersWords.assumedNothing : numbersWords.assumedHelp}</p>
      <ul className="marked-list">
        {[...lines].map(([key, same]) => (
          <li key={key}>
            {numbersWords.assumedLine(
              assumedFields[same[0]?.field ?? ''] ?? '',
              same[0]?.assumed ?? '',
              same.length,
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sources({ framework }: { framework: Framework }) {
  return (
    <section className="section stack">
      <h2>{numbersWords.sources}</h2>
      {framework.sources.length === 0 ? (
        <p className="quiet">{numbersWords.noSources}</p>
      ) : (
        <>
          <p className="quiet small">{numbersWords.sourcesHelp}</p>
          <ul className="numbers-sources">
            {framework.sources.map((source) => (
              <li key={`${source.author} ${source.title}`}>
                <p>
                  {source.author ? `${source.author}, ` : ''}
                  <cite>{source.title}</cite>
                </p>
                {source.usedFor ? <p className="small quiet">{source.usedFor}</p> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet small">{numbersWords.editing}</p>
    </section>
  )
}
