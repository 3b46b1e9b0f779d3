// Calibration: cases to read, how one's own scale lies, and for the framework's owner what is read differently.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalibrationRound } from '../../core/calibration/calibration.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { anchorOf, findSkill } from '../../core/framework/look-up.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useSession } from '../data/use-session.ts'
import { taken } from '../opportunity/use-planner.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { calibrationWords as words } from '../words/calibration.ts'
import { dateWords } from '../words/date.ts'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'
import { type CalibrationData, readCalibration, saveReading } from './api-calibration.ts'
import { CalibrationOwner, CloseCalibration } from './calibration-owner.tsx'
import { CalibrationResultView } from './calibration-result.tsx'
import '../opportunity/opportunities.css'

const QUERY = { queryKey: ['calibration'], queryFn: readCalibration }

export function CalibrationPage() {
  const session = useSession()
  if (session === undefined) return null
  if (session.views.some(({ view }) => view === 'calibration')) return <Calibration />
  return (
    <PageHead title={words.title}>
      <p className="lead">{words.off}</p>
      <p>
        <Link to="/organisation/views">{words.views}</Link>
      </p>
    </PageHead>
  )
}

function Calibration() {
  const data = useSuspenseQuery(QUERY).data
  const owns = useSession()?.adminOf.includes('frameworks') === true
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => client.invalidateQueries({ queryKey: QUERY.queryKey }),
  })
  const open = data.rounds.filter(({ closedOn }) => closedOn === null)
  const closed = data.rounds.filter(({ closedOn }) => closedOn !== null)
  return (
    <div className="calibration">
      <PageHead title={words.title}>
        <p className="lead">{words.lead}</p>
        <p className="quiet">{words.invented}</p>
      </PageHead>
      <ProblemLine error={act.error} />
      {open.length === 0 ? <p>{words.noRound}</p> : null}
      {open.map((round) => (
        <OpenRound
          key={round.id}
          round={round}
          data={data}
          owns={owns}
          act={act.mutate}
          isBusy={act.isPending}
        />
      ))}
      {closed.map((round) => (
        <ClosedRound key={round.id} round={round} data={data} owns={owns} />
      ))}
      {owns ? <CalibrationOwner data={data} act={act.mutate} isBusy={act.isPending} /> : null}
    </div>
  )
}

function useFrameworkOf(digest: string): Framework {
  return useSuspenseQuery(frameworkQuery(digest)).data
}

interface RoundProps {
  round: CalibrationRound
  data: CalibrationData
}

interface OpenProps extends RoundProps {
  owns: boolean
  act: (work: () => Promise<unknown>) => void
  isBusy: boolean
}

function OpenRound({ round, data, owns, act, isBusy }: OpenProps) {
  const framework = useFrameworkOf(round.frameworkDigest)
  const said = data.readings.filter(({ roundId }) => roundId === round.id)
  const all = round.cases.reduce((sum, { skills }) => sum + skills.length, 0)
  return (
    <section className="section stack">
      <h2>{words.round(dateWords.day(round.openedOn))}</h2>
      <p>{round.purpose}</p>
      {owns ? <CloseCalibration roundId={round.id} act={act} isBusy={isBusy} /> : null}
      {data.reads ? (
        <>
          <p className="small quiet">
            {words.yoursAlone} <WhoCanSee of="calibrationReading" />
          </p>
          <p className="small" role="status">
            {words.progress(said.length, all)}
          </p>
          <ol className="work-list">
            {round.cases.map((one) => (
              <li key={one.id} className="stack-s">
                <h3>{one.title}</h3>
                <p className="work-about">{one.text}</p>
                {one.skills.map((skill) => (
                  <Levels
                    key={skill}
                    framework={framework}
                    roundId={round.id}
                    caseId={one.id}
                    skill={skill}
                    title={one.title}
                    kept={said.find((each) => each.caseId === one.id && each.skill === skill)?.level ?? null}
                  />
                ))}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>{words.notForYou}</p>
      )}
    </section>
  )
}

/** Kept one after the other, in the order in which they were chosen: the last one chosen is the one that stays. */
function useReading(roundId: string, caseId: string, skill: string) {
  const client = useQueryClient()
  // At once, not when the answer of the server is there; null where what is kept is shown.
  const [chosen, setChosen] = useState<number | null>(null)
  const { mutate, error } = useMutation({
    scope: { id: 'calibration-readings' },
    mutationFn: (level: number) => taken(saveReading(roundId, { caseId, skill, level })),
    onError: (_, level) => setChosen((now) => (now === level ? null : now)),
    // Not waited for: the next one is sent meanwhile.
    onSettled: () => void client.invalidateQueries({ queryKey: QUERY.queryKey }),
  })
  const choose = (level: number) => {
    setChosen(level)
    mutate(level)
  }
  return { chosen, choose, error }
}

function Levels(props: {
  framework: Framework
  roundId: string
  caseId: string
  skill: string
  title: string
  kept: number | null
}) {
  const { framework, roundId, caseId, skill, title, kept } = props
  const { chosen, choose, error } = useReading(roundId, caseId, skill)
  const level = chosen ?? kept
  const known = findSkill(framework, skill)
  const looks = known === undefined || level === null ? [] : (anchorOf(known, level)?.behaviours ?? [])
  return (
    <fieldset className="field">
      <legend className="field-label">
        {words.readFor(skillName(framework, skill))} <span className="visually-hidden">{title}</span>
      </legend>
      <div className="choices">
        {framework.scale.map((step) => (
          <label key={step.level} className="choice" title={step.name}>
            <input
              type="radio"
              name={`${roundId} ${caseId} ${skill}`}
              aria-label={levelName(framework, step.level)}
              checked={level === step.level}
              onChange={() => choose(step.level)}
            />
            <span>{step.level}</span>
          </label>
        ))}
      </div>
      <ul className="marked-list small" aria-live="polite">
        {looks.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <ProblemLine error={error} />
    </fieldset>
  )
}

function ClosedRound({ round, data, owns }: RoundProps & { owns: boolean }) {
  const framework = useFrameworkOf(round.frameworkDigest)
  const scale = data.scales.find(({ roundId }) => roundId === round.id)
  if (scale === undefined && !owns) return null
  const spread = scale === undefined ? null : words.ownSpread(scale)
  return (
    <section className="section stack">
      <h2>
        {words.round(dateWords.day(round.openedOn))}
        <span className="small quiet"> {words.closed(dateWords.day(round.closedOn ?? ''))}</span>
      </h2>
      <p>{round.purpose}</p>
      {scale === undefined ? null : (
        <div className="stack-s board-cost">
          <h3>{words.scale}</h3>
          <p>{words.ownScale(scale)}</p>
          {spread === null ? null : <p>{spread}</p>}
          <p className="small quiet">
            {words.onlyYou} <WhoCanSee of="calibrationReading" />
          </p>
        </div>
      )}
      {owns && round.result !== null ? (
        <CalibrationResultView framework={framework} result={round.result} />
      ) : null}
    </section>
  )
}
