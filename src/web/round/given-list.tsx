// What colleagues gave about somebody, to be read: with names, and with what the person says of it beside each rating.
import { useSuspenseQuery } from '@tanstack/react-query'
import { frameworkQuery } from '../data/queries.ts'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { givenWords, saidInWords } from '../words/rounds.ts'
import type { Given, SaidOfRating } from './api-rounds.ts'
import './rounds.css'

export function GivenList({ given, ofMe }: { given: readonly Given[]; ofMe: boolean }) {
  return given.map((one) => <One key={one.assessment.id} given={one} ofMe={ofMe} />)
}

function One({ given: { rater, assessment, disputes }, ofMe }: { given: Given; ofMe: boolean }) {
  const { data: framework } = useSuspenseQuery(frameworkQuery(assessment.frameworkDigest))
  const day = dateWords.day(assessment.releasedAt ?? assessment.openedAt)
  return (
    <article className="rounds-item stack-s">
      <h3>{givenWords.on(rater.name, day, assessment.purpose ?? 'development')}</h3>
      <ul>
        {assessment.ratings.map((rating) => (
          <li key={rating.skill} className="rounds-entry">
            <div>
              <strong>{skillName(framework, rating.skill)}</strong> {saidInWords(framework, rating)}
              {rating.note === '' ? null : <span className="rounds-said small">{rating.note}</span>}
              <Disputes disputes={disputes.filter(({ skill }) => skill === rating.skill)} ofMe={ofMe} />
            </div>
          </li>
        ))}
      </ul>
    </article>
  )
}

/** What whom it is about says of it: it stands wherever the rating stands. */
export function Disputes(props: {
  disputes: readonly Pick<SaidOfRating, 'kind' | 'words'>[]
  ofMe: boolean
}) {
  const { disputes, ofMe } = props
  return disputes.map(({ kind, words }) => (
    <span key={`${kind} ${words}`} className="rounds-said small">
      <strong>{givenWords.saidOfIt[ofMe ? 'you' : 'they'][kind]}:</strong> {words}
    </span>
  ))
}
