// One move on a published site, seen from somebody who does what the first role asks.
import type { Framework, Move, Role } from '../../core/framework/framework.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { ClimbSection } from '../../web/focus/climb-section.tsx'
import { FocusList } from '../../web/focus/focus-list.tsx'
import { ReadySection } from '../../web/focus/ready-section.tsx'
import { topFocusFor } from '../../web/focus/top-focus.ts'
import { HardAndBack, kindOfMove } from '../../web/move/move-facts.tsx'
import { Routes } from '../../web/move/route-list.tsx'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { WeekBars } from '../../web/role/week-bars.tsx'
import { moveWords } from '../../web/words/move.ts'
import { aRole, roleInSentence } from '../../web/words/names.ts'
import { siteWords } from '../../web/words/site.ts'

interface MoveProps {
  framework: Framework
  move: Move
  from: Role
  to: Role
}

export function MovePage(props: MoveProps) {
  const { framework, move, from, to } = props
  const levels = levelsAtExpectation(framework, from.id)
  const items = topFocusFor(framework, levels, from.id, to.id)
  return (
    <>
      <MoveHead {...props} />
      <div className="columns">
        {from.week && to.week ? (
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
        ) : null}
        <HardAndBack move={move} />
      </div>
      <div className="section stack">
        <p className="quiet">{siteWords.moveSeen(aRole(framework, from.id))}</p>
        <div className="columns">
          <section className="stack">
            <h2>{moveWords.climb}</h2>
            <ClimbSection framework={framework} levels={levels} to={to} rated={false} />
          </section>
          <section className="stack">
            <h2>{moveWords.readyTitle}</h2>
            <ReadySection framework={framework} levels={levels} to={to} />
          </section>
        </div>
      </div>
      <section className="section stack">
        <h2>{moveWords.topFive}</h2>
        {items.length === 0 ? (
          <p>{moveWords.noFive}</p>
        ) : (
          <FocusList framework={framework} items={items} brief />
        )}
      </section>
      <section className="section stack">
        <h2>{moveWords.routes}</h2>
        <Routes framework={framework} levels={levels} from={from} to={to} />
      </section>
    </>
  )
}

function MoveHead({ framework, move, from, to }: MoveProps) {
  return (
    <PageHead
      title={moveWords.title(roleInSentence(framework, from.id), roleInSentence(framework, to.id))}
      eyebrow={kindOfMove(framework, move)}
    >
      {move.changes ? <p className="lead">{move.changes}</p> : null}
      <p className="actions">
        <Link to="/map" search={{ role: from.id, to: to.id }} className="button" data-look="main">
          {siteWords.tryMove}
        </Link>
        <Link to="/compare/$a/$b" params={{ a: from.id, b: to.id }} className="button">
          {moveWords.compare}
        </Link>
      </p>
      <p className="site-ends">
        {[from, to].map((role) => (
          <Link key={role.id} to="/role/$role" params={{ role: role.id }}>
            {role.name}
          </Link>
        ))}
      </p>
    </PageHead>
  )
}
