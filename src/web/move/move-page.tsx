// One move, or staying: what changes, what is hard, the way back, and a small trial before deciding.
import { Link, useParams } from '@tanstack/react-router'
import { lazy } from 'react'
import type { Framework, Role } from '../../core/framework/framework.ts'
import { findMove, findRole } from '../../core/framework/look-up.ts'
import { gapsTo } from '../../core/planning/gap.ts'
import { anyRated, type Levels } from '../../core/planning/levels.ts'
import { STAY } from '../../core/target/target.ts'
import { useFramework } from '../data/use-framework.ts'
import { ClimbSection } from '../focus/climb-section.tsx'
import { FocusList } from '../focus/focus-list.tsx'
import { ReadySection } from '../focus/ready-section.tsx'
import { topFocusFor } from '../focus/top-focus.ts'
import { useLevels } from '../levels/use-levels.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Missing } from '../parts/trouble.tsx'
import { WeekBars } from '../role/week-bars.tsx'
import { ChooseDestination } from '../start/choose-destination.tsx'
import { StayView } from '../start/stay-view.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { aheadWords, rangeWords } from '../words/ahead.ts'
import { moveWords } from '../words/move.ts'
import { roleInSentence } from '../words/names.ts'
import { troubleWords } from '../words/trouble.ts'
import { HardAndBack, kindOfMove } from './move-facts.tsx'
import { Routes } from './route-list.tsx'
import './move.css'
import { Later } from '../parts/later.tsx'

/** The measurement comes after the page: most of it can be read without. */
const ReadinessRangeView = lazy(async () => ({
  default: (await import('../focus/readiness-range-view.tsx')).ReadinessRangeView,
}))

const STRENGTHS_SHOWN = 5

export function MovePage() {
  const { from: fromId, to: toId } = useParams({ from: '/move/$from/$to' })
  const framework = useFramework()
  const from = findRole(framework, fromId)
  if (!from) return <Missing text={troubleWords.missingRole} />
  if (toId === STAY) return <StayView key={fromId} framework={framework} role={from} />
  const to = findRole(framework, toId)
  if (!to || to.id === from.id) return <Missing text={troubleWords.missingRole} />
  return <MoveView key={`${fromId} ${toId}`} framework={framework} from={from} to={to} />
}

function MoveView({ framework, from, to }: { framework: Framework; from: Role; to: Role }) {
  const levels = useLevels(from.id)
  const move = findMove(framework, from.id, to.id)
  const items = topFocusFor(framework, levels, from.id, to.id)
  return (
    <>
      <PageHead
        title={moveWords.title(roleInSentence(framework, from.id), roleInSentence(framework, to.id))}
        eyebrow={move ? kindOfMove(framework, move) : moveWords.eyebrow}
      >
        {move?.changes ? <p className="lead">{move.changes}</p> : null}
        {move ? null : <p className="notice">{troubleWords.missingMove}</p>}
        <ChooseThis from={from.id} to={to.id} />
      </PageHead>
      <div className="columns">
        <section className="stack">
          <h2>{moveWords.week}</h2>
          <WeekBars
            framework={framework}
            now={from.week}
            after={to.week}
            nowName={from.name}
            afterName={to.name}
          />
        </section>
        {move ? <HardAndBack move={move} /> : null}
      </div>
      <div className="section columns">
        <section className="stack">
          <h2>{moveWords.climb}</h2>
          <ClimbSection framework={framework} levels={levels} to={to} rated={anyRated(levels)} />
        </section>
        <section className="stack">
          <h2>
            {moveWords.readyTitle} <WhoCanSee of="rating" />
          </h2>
          <ReadySection framework={framework} levels={levels} to={to} />
        </section>
      </div>
      <section className="section stack">
        <h2>
          {rangeWords.title} <WhoCanSee of="rating" />
        </h2>
        <Later>
          <ReadinessRangeView from={from} to={to} />
        </Later>
      </section>
      <section className="section stack">
        <h2>
          {moveWords.topFive} <WhoCanSee of="rating" />
        </h2>
        {items.length === 0 ? (
          <p>{moveWords.noFive}</p>
        ) : (
          <FocusList framework={framework} items={items} brief />
        )}
        <p>
          <Link to="/focus" search={{ to: to.id }}>
            {moveWords.focusLink}
          </Link>
        </p>
      </section>
      <Strengths framework={framework} levels={levels} to={to} />
      <section className="section stack">
        <h2>{moveWords.routes}</h2>
        <Routes framework={framework} levels={levels} from={from} to={to} />
        <p className="no-print">
          <Link to="/ahead" search={{ from: from.id, via: to.id }}>
            {aheadWords.open}
          </Link>
        </p>
      </section>
    </>
  )
}

/** What stands above the new role's expectation: nothing to work on, and worth saying. */
function Strengths({ framework, levels, to }: { framework: Framework; levels: Levels; to: Role }) {
  const surplus = gapsTo(framework, levels, to.id)
    .filter((line) => line.gap < 0)
    .toSorted((a, b) => a.gap - b.gap)
    .slice(0, STRENGTHS_SHOWN)
  if (surplus.length === 0) return null
  return (
    <section className="section stack">
      <h2>
        {moveWords.strengths} <WhoCanSee of="rating" />
      </h2>
      <p className="quiet">{moveWords.strengthsHelp}</p>
      <ul className="marked-list">
        {surplus.map((line) => (
          <li key={line.skill}>{moveWords.strength(line.name, line.now, line.needed)}</li>
        ))}
      </ul>
    </section>
  )
}

function ChooseThis({ from, to }: { from: string; to: string }) {
  return (
    <ChooseDestination from={from} to={to} words={moveWords}>
      <Link to="/compare/$a/$b" params={{ a: from, b: to }} className="button">
        {moveWords.compare}
      </Link>
      <Link to="/map" search={{ role: from, to }} className="button" data-look="plain">
        {moveWords.onMap}
      </Link>
    </ChooseDestination>
  )
}
