// Rating one's skills: beginning, going on, and one skill by itself.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Assessment } from '../../core/assessment/assessment.ts'
import { FIRST_ROUND } from '../../core/assessment/choose-questions.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { capitalise, numberWord } from '../../core/planning/plain-words.ts'
import { STAY } from '../../core/target/target.ts'
import { ApiError, type Me, newId } from '../api.ts'
import { meQuery } from '../data/queries.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { SaveState, SaveTrouble } from '../parts/save-state.tsx'
import { Missing } from '../parts/trouble.tsx'
import { presetRole } from '../start/preset-role.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { assessWords } from '../words/assess.ts'
import { dateWords } from '../words/date.ts'
import { aRole } from '../words/names.ts'
import { troubleWords } from '../words/trouble.ts'
import { closeAssessment, openAssessment } from './api-assessments.ts'
import { AssessRound } from './assess-round.tsx'
import { useRatingKeeper } from './use-rating-keeper.ts'
import './assess.css'

export function AssessPage() {
  const me = useMe()
  const framework = useFramework()
  const { skill, round } = useSearch({ from: '/assess' })
  const role = me.target?.role ?? presetRole(framework)
  const [wantsOld, setWantsOld] = useState(false)
  const open = me.openAssessment
  const fits =
    open !== null && open.frameworkDigest === me.framework.digest && (open.role === role || wantsOld)
  if (skill !== undefined && !findSkill(framework, skill)) return <Missing text={troubleWords.missingSkill} />
  if (open && !fits)
    return (
      <Mismatch
        framework={framework}
        open={open}
        canGoOn={open.frameworkDigest === me.framework.digest}
        onGoOn={() => setWantsOld(true)}
      />
    )
  if (!open) return <Begin framework={framework} me={me} role={role} skill={skill} />
  return (
    <AssessRound
      key={`${open.id} ${skill ?? ''} ${round ?? ''}`}
      framework={framework}
      assessment={open}
      destination={destinationOf(me)}
      {...(skill === undefined ? {} : { only: skill })}
      rest={round === 'rest'}
    />
  )
}

/** Null while undecided, which `chooseQuestions` understands; staying is the own role. */
function destinationOf(me: Me): string | null {
  const first = me.target?.destinations[0]
  if (first === undefined) return null
  return first === STAY ? (me.target?.role ?? null) : first
}

function useOpenAssessment(digest: string) {
  const queries = useQueryClient()
  const [key] = useState(newId)
  return useMutation({
    mutationFn: async (role: string) => {
      const outcome = await openAssessment({ frameworkDigest: digest, role }, key)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: (opened) =>
      queries.setQueryData<Me>(meQuery.queryKey, (me) =>
        me ? { ...me, openAssessment: opened, latestAssessment: opened } : me,
      ),
  })
}

function Begin(props: { framework: Framework; me: Me; role: string; skill: string | undefined }) {
  const { framework, me, role, skill } = props
  const open = useOpenAssessment(me.framework.digest)
  const begin = open.mutate
  const asked = useRef(false)
  // Somebody who asked for one skill wants the question, not an introduction to twelve.
  useEffect(() => {
    if (skill === undefined || asked.current) return
    asked.current = true
    begin(role)
  }, [skill, role, begin])
  const destination = destinationOf(me)
  const count = Math.min(FIRST_ROUND, framework.skills.length)
  return (
    <>
      <PageHead title={assessWords.title}>
        <p className="lead">{assessWords.intro(capitalise(numberWord(count)))}</p>
      </PageHead>
      <div className="stack">
        <p>
          {assessWords.role(aRole(framework, role))}{' '}
          {destination === null || destination === role
            ? assessWords.undecided
            : assessWords.towards(aRole(framework, destination))}{' '}
          <WhoCanSee of="rating" />
        </p>
        <p className="quiet">{assessWords.introWhy}</p>
        {me.latestAssessment ? (
          <p className="quiet">{assessWords.earlier(dateWords.day(me.latestAssessment.openedAt))}</p>
        ) : null}
        <div className="actions">
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={open.isPending}
            onClick={() => open.mutate(role)}
          >
            {me.latestAssessment ? assessWords.again : assessWords.start}
          </button>
        </div>
        <ProblemLine error={open.error} />
      </div>
    </>
  )
}

function Mismatch(props: { framework: Framework; open: Assessment; canGoOn: boolean; onGoOn: () => void }) {
  const { framework, open, canGoOn, onGoOn } = props
  const queries = useQueryClient()
  // Answers of an earlier visit may still be in this browser only: they are sent first.
  const { keeper, unsaved } = useRatingKeeper(open)
  const isSaved = unsaved.length === 0
  const close = useMutation({
    mutationFn: async () => {
      const outcome = await closeAssessment(open.id)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  })
  return (
    <>
      <PageHead title={assessWords.title}>
        <p className="lead">
          {assessWords.mismatch(aRole(framework, open.role), dateWords.day(open.openedAt))}
        </p>
      </PageHead>
      <SaveTrouble framework={framework} keeper={keeper} unsaved={unsaved} />
      {isSaved ? null : <SaveState unsaved={unsaved} of="rating" />}
      <div className="actions">
        {canGoOn ? (
          <button type="button" className="button" data-look="main" onClick={onGoOn}>
            {assessWords.goOn}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          disabled={!isSaved || close.isPending}
          onClick={() => close.mutate()}
        >
          {assessWords.closeAndNew}
        </button>
      </div>
      <ProblemLine error={close.error} />
    </>
  )
}
