// The answer of the first screen: what changes, how soft it is, one skill, today and next, one practice.
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findMove, findRole, findSkill } from '../../core/framework/look-up.ts'
import { type FirstAnswer, type FirstStep, firstAnswer } from '../../core/planning/first-answer.ts'
import type { LevelPicture } from '../../core/planning/level-picture.ts'
import { levelOf } from '../../core/planning/levels.ts'
import { inSentence } from '../../core/planning/plain-words.ts'
import { STAY } from '../../core/target/target.ts'
import { useMe } from '../data/use-me.ts'
import { useSaveTarget } from '../data/use-save-target.ts'
import { SharedAnswer } from '../focus/shared-answer.tsx'
import { useLevels } from '../levels/use-levels.ts'
import { HardSoftBar } from '../parts/hard-soft-bar.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { KindTag, SkillLink } from '../parts/skill-link.tsx'
import { WeekBars } from '../role/week-bars.tsx'
import { asSentence, roleName } from '../words/names.ts'
import { startWords } from '../words/start.ts'
import { NOT_SURE } from './next-chooser.tsx'
import { destinationsWith } from './use-choose-destination.ts'

export function FirstAnswerView(props: { framework: Framework; role: string; next: string }) {
  const { framework, role, next } = props
  const levels = useLevels(role)
  const isUndecided = next === NOT_SURE
  const answer = firstAnswer(framework, role, isUndecided ? null : next, levels)
  const move = answer.kind === 'move' && answer.toRole ? findMove(framework, role, answer.toRole) : undefined
  return (
    <section className="answer" aria-labelledby="answer-title">
      <header className="answer-head">
        <h2 id="answer-title">{titleOf(framework, answer)}</h2>
        {answer.kind === 'stay' ? <p className="lead">{framework.stay.changes}</p> : null}
        {move?.changes ? <p className="lead">{move.changes}</p> : null}
        {move?.hard || answer.kind === 'stay' ? (
          <p className="quiet">
            {startWords.hard} {inSentence(move?.hard ?? framework.stay.hard, framework.language)}
          </p>
        ) : null}
      </header>
      <div className="answer-parts">
        {isUndecided ? (
          <SharedAnswer framework={framework} role={role} levels={levels} />
        ) : (
          <Difference framework={framework} role={role} answer={answer} />
        )}
        {answer.start ? (
          <StartWith
            framework={framework}
            start={answer.start}
            assumed={levelOf(levels, answer.start.skill).assumed}
          />
        ) : null}
      </div>
      <Onward framework={framework} role={role} next={next} />
      <Reading hidden>{answer.why}</Reading>
    </section>
  )
}

function titleOf(framework: Framework, answer: FirstAnswer): string {
  if (answer.kind === 'stay') return startWords.stay
  return answer.toRole ? roleName(framework, answer.toRole) : startWords.undecided
}

function Difference({
  framework,
  role,
  answer,
}: {
  framework: Framework
  role: string
  answer: FirstAnswer
}) {
  const from = findRole(framework, role)
  const to = answer.toRole ? findRole(framework, answer.toRole) : undefined
  return (
    <div className="stack-l">
      {from && to ? (
        <Part title={answer.kind === 'stay' ? startWords.weekStay : startWords.week}>
          <WeekBars
            framework={framework}
            now={from.week}
            {...(answer.kind === 'move' ? { after: to.week, afterName: to.name } : {})}
            nowName={from.name}
          />
        </Part>
      ) : null}
      {answer.kind === 'stay' && answer.softShare === null ? (
        <StayTrial framework={framework} />
      ) : (
        <Part title={answer.kind === 'stay' ? startWords.softStay : startWords.soft}>
          {answer.softShare === null ? null : <HardSoftBar softShare={answer.softShare} />}
          <p>{answer.why}</p>
          <p className="small">
            <Link to="/about-skills">{startWords.softWhat}</Link>
          </p>
        </Part>
      )}
    </div>
  )
}

function StayTrial({ framework }: { framework: Framework }) {
  if (!framework.stay.trial) return null
  return (
    <Part title={startWords.stayTrial}>
      <p>{framework.stay.trial}</p>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="stack">
      <h3 className="answer-label">{title}</h3>
      {children}
    </div>
  )
}

function StartWith(props: { framework: Framework; start: FirstStep; assumed: boolean }) {
  const { framework, start, assumed } = props
  const skill = findSkill(framework, start.skill)
  if (!skill) return null
  return (
    <div className="stack answer-start">
      <h3 className="answer-label">{startWords.start}</h3>
      <p className="answer-skill">
        <SkillLink framework={framework} skill={skill} />
        <KindTag framework={framework} skill={skill} />
      </p>
      <p>{start.reason}</p>
      <Picture label={startWords.today} picture={start.today} />
      {start.next ? <Picture label={startWords.nextLevel} picture={start.next} /> : null}
      <div className="answer-practice">
        <h4>{startWords.practice}</h4>
        <p>{start.practice.text}</p>
      </div>
      {start.today.fromScale ? <p className="small quiet">{startWords.scaleOnly}</p> : null}
      <p className="small quiet">{assumed ? startWords.assumed : startWords.rated}</p>
    </div>
  )
}

function Picture({ label, picture }: { label: (level: string) => string; picture: LevelPicture }) {
  return (
    <div>
      <h4 className="answer-level">{label(`${picture.level}, ${picture.name.toLowerCase()}`)}</h4>
      <ul className="marked-list">
        {picture.lines.map((line) => (
          <li key={line}>{asSentence(line)}</li>
        ))}
      </ul>
    </div>
  )
}

/** Going on is what saves the choice. */
function Onward({ framework, role, next }: { framework: Framework; role: string; next: string }) {
  const navigate = useNavigate()
  const { target } = useMe()
  const save = useSaveTarget()
  const isRole = next !== STAY && next !== NOT_SURE
  const go = (onward: () => void) =>
    save.mutate(
      { role, destinations: next === NOT_SURE ? [] : destinationsWith(target, role, next) },
      { onSuccess: onward },
    )
  const other = isRole ? next : (framework.moves.find((move) => move.from === role)?.to ?? role)
  return (
    <footer className="answer-onward">
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          onClick={() => go(() => void navigate({ to: '/assess' }))}
        >
          {startWords.assess}
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            go(() => void navigate({ to: '/map', search: isRole ? { role, to: next } : { role } }))
          }
        >
          {startWords.map}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => go(() => void navigate({ to: '/compare/$a/$b', params: { a: role, b: other } }))}
        >
          {startWords.compare}
        </button>
        {next === NOT_SURE ? null : (
          <Link to="/move/$from/$to" params={{ from: role, to: next }} className="button" data-look="plain">
            {next === STAY ? startWords.stayMore : startWords.move}
          </Link>
        )}
      </div>
      <ProblemLine error={save.error} />
    </footer>
  )
}
