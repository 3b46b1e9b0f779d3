// What colleagues gave about me, with their names and what I say of it. Nothing in personal use.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Rating } from '../../core/assessment/assessment.ts'
import { type DisputeKind, LONGEST_DISPUTE } from '../../core/round/dispute.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Later } from '../parts/later.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { givenWords, saidInWords } from '../words/rounds.ts'
import { type Given, type SaidOfRating, sayOfRating, takeSaidBack } from './api-rounds.ts'
import { givenQuery, useRoundChange } from './use-rounds.ts'

export function GivenToYou() {
  if (useSession()?.kind !== 'team') return null
  return (
    <Later>
      <All />
    </Later>
  )
}

function All() {
  const given = useSuspenseQuery(givenQuery).data
  return (
    <section className="section stack">
      <h2>{givenWords.title}</h2>
      <p className="small quiet">
        {givenWords.about} <Link to="/ask">{givenWords.ask}</Link>
      </p>
      {given.map((one) => (
        <One key={one.assessment.id} given={one} />
      ))}
    </section>
  )
}

function One({ given }: { given: Given }) {
  const { rater, assessment, disputes } = given
  const { data: framework } = useSuspenseQuery(frameworkQuery(assessment.frameworkDigest))
  const day = dateWords.day(assessment.releasedAt ?? '')
  return (
    <article className="rounds-item stack-s">
      <h3>
        {givenWords.on(rater.name, day, assessment.purpose ?? 'development')}{' '}
        <WhoCanSee of="given" id={assessment.id} shared />
      </h3>
      <ul>
        {assessment.ratings.map((rating) => {
          const name = skillName(framework, rating.skill)
          return (
            <li key={rating.skill} className="rounds-entry">
              <div>
                <strong>{name}</strong> {saidInWords(framework, rating)}
                {rating.note === '' ? null : <span className="rounds-said small">{rating.note}</span>}
                {disputes
                  .filter(({ skill }) => skill === rating.skill)
                  .map((said) => (
                    <Said key={said.id} said={said} />
                  ))}
                <Say rating={rating} label={givenWords.sayFor(name, rater.name)} />
              </div>
            </li>
          )
        })}
      </ul>
    </article>
  )
}

function Said({ said }: { said: SaidOfRating }) {
  const takeBack = useRoundChange(() => takeSaidBack(said.id))
  return (
    <div className="rounds-said small">
      <p>
        <strong>{givenWords.saidOfIt.you[said.kind]}:</strong> {said.words}
      </p>
      <button type="button" className="button" data-look="plain" onClick={() => takeBack.mutate(undefined)}>
        {givenWords.takeBack}
      </button>
      <ProblemLine error={takeBack.error} />
    </div>
  )
}

function Say({ rating, label }: { rating: Rating; label: string }) {
  const id = useId()
  const [kind, setKind] = useState<DisputeKind>('contest')
  const [words, setWords] = useState('')
  const { assessmentId, skill } = rating
  const say = useRoundChange(
    () => sayOfRating(assessmentId, { skill, kind, words }),
    () => setWords(''),
  )
  return (
    <Disclosure summary={<span title={label}>{givenWords.say}</span>}>
      <form
        className="stack-s"
        onSubmit={(event) => {
          event.preventDefault()
          say.mutate(undefined)
        }}
      >
        <fieldset className="choices" aria-label={label}>
          {(['contest', 'addition'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name={id} checked={kind === one} onChange={() => setKind(one)} />
              <span>{givenWords[one]}</span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span className="field-label">{givenWords.words}</span>
          <textarea
            className="input"
            maxLength={LONGEST_DISPUTE}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <span className="field-hint">{givenWords.wordsHint}</span>
        </label>
        <button type="submit" className="button" disabled={say.isPending || words.trim() === ''}>
          {givenWords.keep}
        </button>
        <ProblemLine error={say.error} />
      </form>
    </Disclosure>
  )
}
