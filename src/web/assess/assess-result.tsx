// What the answers so far change, for the chosen destination.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Assessment } from '../../core/assessment/assessment.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { anyRated } from '../../core/planning/levels.ts'
import { counted } from '../../core/planning/plain-words.ts'
import { readyToTry } from '../../core/planning/ready-to-try.ts'
import { ApiError } from '../api.ts'
import { meQuery } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { ClimbSection } from '../focus/climb-section.tsx'
import { FocusList } from '../focus/focus-list.tsx'
import { SharedAnswer } from '../focus/shared-answer.tsx'
import { topFocusFor } from '../focus/top-focus.ts'
import { useLevels } from '../levels/use-levels.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { assessWords } from '../words/assess.ts'
import { aRole, skillName } from '../words/names.ts'
import { contentInWords } from '../words/rating.ts'
import { closeAssessment } from './api-assessments.ts'

interface ResultProps {
  framework: Framework
  assessment: Assessment
  destination: string | null
  only?: string
  hasMore: boolean
  /** Every answer has reached the disk. */
  isSaved: boolean
  onGoOn: () => void
  onUndo: (() => void) | null
}

export function AssessResult(props: ResultProps) {
  const { framework, assessment, destination } = props
  const me = useMe()
  // The question is gone, and with it what had the focus: whoever uses no pointer goes on here.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  const levels = useLevels(assessment.role)
  const rated = Object.values(levels).filter((entry) => !entry.assumed).length
  const to = destination === null ? undefined : findRole(framework, destination)
  const items = to ? topFocusFor(framework, levels, assessment.role, to.id) : []
  const unanswered = framework.skills.filter(
    (skill) => !me.levels.some((one) => one.skill === skill.id),
  ).length
  return (
    <div className="stack-l">
      <header className="stack">
        <h1 tabIndex={-1} ref={heading}>
          {assessWords.resultTitle}
        </h1>
        <p className="quiet">
          {rated === 0 ? assessWords.resultNone : assessWords.resultSome(counted(rated, 'skill'))}{' '}
          <WhoCanSee of="rating" />
        </p>
        <ResultActions {...props} unanswered={unanswered} />
      </header>
      {to ? (
        <section className="stack">
          <h2>
            {to.id === assessment.role
              ? assessWords.resultStay
              : assessWords.resultFor(aRole(framework, to.id))}
          </h2>
          <ClimbSection framework={framework} levels={levels} to={to} rated={anyRated(levels)} />
          <p>{readyToTry(framework, levels, to.id).words}</p>
        </section>
      ) : (
        <section className="stack">
          <h2>{assessWords.resultUndecided}</h2>
          <SharedAnswer framework={framework} role={assessment.role} levels={levels} />
        </section>
      )}
      {items.length > 0 && to ? (
        <section className="stack">
          <h2>{assessWords.firstFive}</h2>
          <FocusList framework={framework} items={items} brief />
        </section>
      ) : null}
      <OwnAnswers framework={framework} assessment={me.openAssessment ?? assessment} />
      <Close assessment={assessment} isSaved={props.isSaved} />
    </div>
  )
}

function ResultActions(props: ResultProps & { unanswered: number }) {
  const { framework, only, hasMore, onGoOn, onUndo, unanswered } = props
  return (
    <div className="actions">
      {only ? (
        <Link to="/skill/$skill" params={{ skill: only }} className="button" data-look="main">
          {assessWords.toSkill(skillName(framework, only))}
        </Link>
      ) : null}
      {hasMore ? (
        <button type="button" className="button" data-look="main" onClick={onGoOn}>
          {assessWords.goOnHere}
        </button>
      ) : null}
      <Link to="/map" className="button" {...(only || hasMore ? {} : { 'data-look': 'main' })}>
        {assessWords.toMap}
      </Link>
      <Link to="/focus" className="button">
        {assessWords.toFocus}
      </Link>
      <Link to="/levels" className="button">
        {assessWords.toLevels}
      </Link>
      {unanswered > 0 && !hasMore ? (
        <Link to="/assess" search={{ round: 'rest' }} className="button">
          {assessWords.rest(unanswered)}
        </Link>
      ) : null}
      {onUndo ? (
        <button type="button" className="button" data-look="plain" onClick={onUndo}>
          {assessWords.undo}
        </button>
      ) : null}
    </div>
  )
}

function OwnAnswers({ framework, assessment }: { framework: Framework; assessment: Assessment }) {
  if (assessment.ratings.length === 0) return null
  const bySkill = framework.skills.flatMap((skill) =>
    assessment.ratings.filter((one) => one.skill === skill.id),
  )
  return (
    <Disclosure summary={assessWords.yourAnswers}>
      <table className="data-table">
        <tbody>
          {bySkill.map((rating) => (
            <tr key={rating.skill}>
              <th scope="row">{skillName(framework, rating.skill)}</th>
              <td>
                {contentInWords(framework, rating)}
                {rating.note ? <span className="quiet">; {rating.note}</span> : null}
              </td>
              <td>
                <Link to="/assess" search={{ skill: rating.skill }}>
                  {assessWords.change}
                  <span className="visually-hidden"> {skillName(framework, rating.skill)}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}

function Close({ assessment, isSaved }: { assessment: Assessment; isSaved: boolean }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const close = useMutation({
    mutationFn: async () => {
      const outcome = await closeAssessment(assessment.id)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: async () => {
      // An address that asks for one skill would begin another assessment at once.
      await navigate({ to: '/assess', search: {}, replace: true })
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  return (
    <section className="section stack no-print">
      <p className="small quiet">
        {assessWords.closeHelp} {isSaved ? null : assessWords.closeWaits}
      </p>
      <div className="actions">
        {isAsked ? (
          <>
            <button
              type="button"
              className="button"
              disabled={!isSaved || close.isPending}
              onClick={() => close.mutate()}
            >
              {assessWords.closeSure}
            </button>
            <button type="button" className="button" data-look="plain" onClick={() => setAsked(false)}>
              {assessWords.closeNo}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => setAsked(true)}>
            {assessWords.close}
          </button>
        )}
      </div>
      <ProblemLine error={close.error} />
    </section>
  )
}
