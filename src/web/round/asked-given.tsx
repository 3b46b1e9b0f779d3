// What I answered, once it is given, declined or over; and the way to open both sides.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { frameworkQuery } from '../data/queries.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { askedWords, saidInWords } from '../words/rounds.ts'
import { actOnAsked, type OneAsked, openPair } from './api-rounds.ts'
import { useRoundChange } from './use-rounds.ts'

interface GivenProps {
  one: OneAsked
  isMine: boolean
  /** Begins to change the answer about this skill. */
  onChange: (skill: string) => void
}

export function AskedGiven({ one, isMine, onChange }: GivenProps) {
  const { asked } = one
  if (asked.state === 'declined') return <p>{askedWords.declined}</p>
  if (asked.state === 'ended') return <p>{askedWords.ended}</p>
  const day = dateWords.day(asked.answeredAt ?? '')
  const isPair = asked.blindWith !== null
  return (
    <div className="stack-l">
      <p>{asked.confidential ? askedWords.givenInConfidence(day) : sayGiven(one, isMine, day)}</p>
      {asked.confidential && asked.changesUntil === null ? <p>{askedWords.sealedSoon}</p> : null}
      {isPair ? <Together one={one} /> : null}
      <Answers one={one} onChange={asked.changesUntil === null ? null : onChange} />
      {asked.changesUntil === null ? null : <TakeBack one={one} />}
    </div>
  )
}

function sayGiven({ asked }: OneAsked, isMine: boolean, day: string): string {
  return asked.blindWith !== null || isMine
    ? askedWords.doneOn(day)
    : askedWords.givenOn(asked.subject.name, day)
}

function TakeBack({ one }: { one: OneAsked }) {
  const takeBack = useRoundChange(() => actOnAsked(one.asked.id, 'take-back'))
  return (
    <>
      <Disclosure summary={askedWords.takeBack}>
        <p>{askedWords.takeBackAbout}</p>
        <button
          type="button"
          className="button"
          disabled={takeBack.isPending}
          onClick={() => takeBack.mutate(undefined)}
        >
          {askedWords.takeBack}
        </button>
      </Disclosure>
      <ProblemLine error={takeBack.error} />
    </>
  )
}

function Together({ one }: { one: OneAsked }) {
  const { asked, openingId, otherIsDone } = one
  const navigate = useNavigate()
  const open = useRoundChange(
    () => openPair(asked.id),
    ({ id }) => navigate({ to: '/openings/$id', params: { id } }),
  )
  const name = asked.blindWith?.name ?? ''
  if (openingId !== null)
    return (
      <div className="actions">
        <Link to="/openings/$id" params={{ id: openingId }} className="button" data-look="main">
          {askedWords.toOpening}
        </Link>
      </div>
    )
  if (otherIsDone !== true) return <p className="notice">{askedWords.otherNotDone(name)}</p>
  return (
    <div className="stack-s">
      <p>{askedWords.otherDone(name)}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={open.isPending}
          onClick={() => open.mutate(undefined)}
        >
          {askedWords.open2}
        </button>
      </div>
      <ProblemLine error={open.error} />
    </div>
  )
}

/** Each with a way to change it, where that is still possible. */
function Answers({ one, onChange }: { one: OneAsked; onChange: ((skill: string) => void) | null }) {
  const { asked, assessment, disputes } = one
  const { data: framework } = useSuspenseQuery(frameworkQuery(asked.frameworkDigest))
  if (assessment === null) return null
  const isAnswered = (skill: string) => assessment.ratings.some((rating) => rating.skill === skill)
  const unanswered = onChange === null ? [] : asked.skills.filter((skill) => !isAnswered(skill))
  return (
    <section className="stack-s">
      <h2>{askedWords.answers}</h2>
      <ul>
        {assessment.ratings.map((rating) => (
          <li key={rating.skill} className="rounds-entry">
            <span>
              <strong>{skillName(framework, rating.skill)}</strong> {saidInWords(framework, rating)}
              {rating.note === '' ? null : <span className="rounds-said small">{rating.note}</span>}
              {disputes
                .filter(({ skill }) => skill === rating.skill)
                .map(({ id, kind, words }) => (
                  <span key={id} className="rounds-said small">
                    <strong>
                      {asked.subject.name} {kind === 'contest' ? askedWords.contests : askedWords.adds}:
                    </strong>{' '}
                    {words}
                  </span>
                ))}
            </span>
            {onChange === null ? null : (
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-label={`${askedWords.change}: ${skillName(framework, rating.skill)}`}
                onClick={() => onChange(rating.skill)}
              >
                {askedWords.change}
              </button>
            )}
          </li>
        ))}
        {unanswered.map((skill) => (
          <li key={skill} className="rounds-entry">
            <span>
              <strong>{skillName(framework, skill)}</strong> {askedWords.notAnswered}
            </span>
            <button
              type="button"
              className="button"
              data-look="plain"
              aria-label={`${askedWords.answer}: ${skillName(framework, skill)}`}
              onClick={() => onChange?.(skill)}
            >
              {askedWords.answer}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
