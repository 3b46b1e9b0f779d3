// What was said about somebody, by day and by whom; each entry can be corrected and taken back.
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { contentOf } from '../../core/assessment/assessment.ts'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { LevelChoice } from '../assess/level-choice.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Disputes } from '../round/given-list.tsx'
import { useCountedRatings } from '../told/use-feedback.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { kindWords, noteWords } from '../words/people.ts'
import { contentInWords } from '../words/rating.ts'
import { givenWords } from '../words/rounds.ts'
import { toldShortWords } from '../words/told-short.ts'
import { Approaching, NoteField } from './note-form.tsx'
import { useCorrect, useTakeBack } from './use-note.ts'

interface Props {
  framework: Framework
  ratings: readonly RatingAbout[]
  /** The one who reads this. */
  meId: string
  /** Whose name stands for what a person said about themselves. */
  subjectName: string | null
}

export function SaidList({ framework, ratings, meId, subjectName }: Props) {
  const back = useTakeBack()
  const undo = useCorrect()
  const [gone, setGone] = useState<RatingAbout | null>(null)
  const whoOf = (rating: RatingAbout) => whoSaid(rating, meId, subjectName)
  const occasions = groupedBy(ratings, (rating) => rating.assessmentId)
  const inOrder = [...occasions.values()].toSorted((a, b) => compareOccasions(a, b, whoOf))
  return (
    <div className="stack">
      {gone === null ? null : (
        <div className="notice" role="status">
          <p>{noteWords.tookBack(skillName(framework, gone.skill))}</p>
          <button
            type="button"
            className="button"
            onClick={() =>
              undo.mutate(
                { rating: gone, content: contentOf(gone), isBack: true },
                { onSuccess: () => setGone(null) },
              )
            }
          >
            {noteWords.undo}
          </button>
        </div>
      )}
      <ProblemLine error={back.error ?? undo.error} />
      {inOrder.map((said) => (
        <Occasion
          key={said[0]?.assessmentId}
          framework={framework}
          said={said}
          who={said[0] === undefined ? '' : whoOf(said[0])}
          isAboutMe={subjectName === null}
          onTakeBack={(rating) => back.mutate(rating, { onSuccess: () => setGone(rating) })}
        />
      ))}
    </div>
  )
}

/** The newest day first, then by name. */
function compareOccasions(
  [a]: RatingAbout[],
  [b]: RatingAbout[],
  whoOf: (rating: RatingAbout) => string,
): number {
  if (a === undefined || b === undefined) return 0
  if (a.ratedAt !== b.ratedAt) return a.ratedAt < b.ratedAt ? 1 : -1
  return whoOf(a).localeCompare(whoOf(b), 'en')
}

function whoSaid({ rater }: RatingAbout, meId: string, subjectName: string | null): string {
  if (rater === undefined) return subjectName ?? noteWords.you
  return rater.id === meId ? noteWords.you : (rater.name ?? noteWords.somebody)
}

function Occasion(props: {
  framework: Framework
  said: readonly RatingAbout[]
  who: string
  isAboutMe: boolean
  onTakeBack: (rating: RatingAbout) => void
}) {
  const { framework, said, who, isAboutMe } = props
  const [open, setOpen] = useState<string | null>(null)
  const [first] = said
  if (first === undefined) return null
  const kind = kindWords(first.rater?.kind ?? 'self', isAboutMe)
  return (
    <section className="said">
      <h3>
        {who}
        {kind === '' || first.rater?.name == null ? '' : <span className="quiet">, {kind}</span>}
        <span className="said-day"> {dateWords.day(first.ratedAt.slice(0, 10))}</span>{' '}
        {first.given ? (
          <>
            <WhoCanSee of="given" id={first.assessmentId} shared />
            {isAboutMe ? (
              <Link to="/levels" className="said-day no-print">
                {givenWords.say}
              </Link>
            ) : null}
          </>
        ) : null}
      </h3>
      <ul>
        {said.map((rating) => (
          <li key={rating.skill}>
            {open === rating.skill ? (
              <Correction framework={framework} rating={rating} who={who} onDone={() => setOpen(null)} />
            ) : (
              <Entry
                framework={framework}
                rating={rating}
                who={who}
                isAboutMe={isAboutMe}
                onCorrect={() => setOpen(rating.skill)}
                onTakeBack={() => props.onTakeBack(rating)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry(props: {
  framework: Framework
  rating: RatingAbout
  who: string
  isAboutMe: boolean
  onCorrect: () => void
  onTakeBack: () => void
}) {
  const { framework, rating } = props
  const skill = findSkill(framework, rating.skill)
  const name = skillName(framework, rating.skill)
  const isCounted = useCountedRatings().has(rating.revisionId)
  return (
    <div className="said-entry">
      <p className="said-words">
        {skill === undefined ? name : <SkillLink framework={framework} skill={skill} />}{' '}
        <span className="said-level">{contentInWords(framework, rating)}</span>
        {isCounted ? <span className="small quiet">{toldShortWords.counted}</span> : null}
        {rating.note === '' ? null : <span className="said-note quiet">{rating.note}</span>}
        <Disputes disputes={rating.disputes ?? []} ofMe={props.isAboutMe} />
      </p>
      {rating.given ? null : (
        <Change name={name} who={props.who} onCorrect={props.onCorrect} onTakeBack={props.onTakeBack} />
      )}
    </div>
  )
}

/** What one wrote down oneself can be changed; what a colleague gave is theirs. */
function Change(props: { name: string; who: string; onCorrect: () => void; onTakeBack: () => void }) {
  const { name, who } = props
  return (
    <div className="actions no-print">
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={noteWords.correctOf(name, who)}
        onClick={props.onCorrect}
      >
        {noteWords.correct}
      </button>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={noteWords.takeBackOf(name, who)}
        onClick={props.onTakeBack}
      >
        {noteWords.takeBack}
      </button>
    </div>
  )
}

function Correction(props: { framework: Framework; rating: RatingAbout; who: string; onDone: () => void }) {
  const { framework, rating, who, onDone } = props
  const id = useId()
  const correct = useCorrect()
  const [content, setContent] = useState(() => contentOf(rating))
  const skill = findSkill(framework, rating.skill)
  if (skill === undefined) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const top = framework.scale.at(-1)?.level ?? 0
    const approaching = content.approaching && (content.level ?? top) < top
    correct.mutate({ rating, content: { ...content, approaching } }, { onSuccess: onDone })
  }
  return (
    <form className="note-form stack" onSubmit={submit}>
      <p className="field-label">
        {noteWords.correcting(skill.name, who, dateWords.day(rating.ratedAt.slice(0, 10)))}
      </p>
      <LevelChoice
        framework={framework}
        skill={skill}
        level={content.level}
        onChange={(level) => setContent((all) => ({ ...all, level, reason: null }))}
      />
      <Approaching
        framework={framework}
        level={content.level}
        value={content.approaching}
        onChange={(approaching) => setContent((all) => ({ ...all, approaching }))}
      />
      <NoteField
        id={`${id}-note`}
        value={content.note}
        onChange={(note) => setContent((all) => ({ ...all, note }))}
      />
      <ProblemLine error={correct.error} />
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={correct.isPending}>
          {noteWords.correct}
        </button>
        <button type="button" className="button" data-look="plain" onClick={onDone}>
          {noteWords.cancel}
        </button>
      </div>
    </form>
  )
}
