// Staying, as an answer of full value: what deepening means in a role and what to begin with.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { STAY } from '../../core/target/target.ts'
import { FocusList } from '../focus/focus-list.tsx'
import { topFocusFor } from '../focus/top-focus.ts'
import { useLevels } from '../levels/use-levels.ts'
import { PageHead } from '../parts/page-head.tsx'
import { deepeningSkills } from '../role/deepening.ts'
import { Deepenings } from '../role/deepenings.tsx'
import { WeekBars } from '../role/week-bars.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { moveWords } from '../words/move.ts'
import { aRole } from '../words/names.ts'
import { stayWords } from '../words/stay.ts'
import { ChooseDestination } from './choose-destination.tsx'

export function StayView({ framework, role }: { framework: Framework; role: Role }) {
  const levels = useLevels(role.id)
  const open = topFocusFor(framework, levels, role.id, role.id)
  return (
    <>
      <PageHead title={moveWords.stayTitle(aRole(framework, role.id))} eyebrow={stayWords.eyebrow}>
        <p className="lead">{framework.stay.changes}</p>
        <ChooseDestination from={role.id} to={STAY} words={stayWords} />
      </PageHead>
      <div className="columns">
        <section className="stack">
          <h2>{moveWords.hard}</h2>
          <p>{framework.stay.hard}</p>
          <p className="quiet">{stayWords.full}</p>
        </section>
        <section className="stack">
          <h2>{stayWords.week}</h2>
          <WeekBars framework={framework} now={role.week} nowName={role.name} />
        </section>
      </div>
      {framework.stay.trial ? (
        <section className="section stack">
          <h2>{stayWords.trial}</h2>
          <p className="lead">{framework.stay.trial}</p>
        </section>
      ) : null}
      {open.length > 0 ? (
        <section className="section stack">
          <h2>
            {stayWords.openHere} <WhoCanSee of="rating" />
          </h2>
          <FocusList framework={framework} items={open} brief />
        </section>
      ) : null}
      <Deepenings framework={framework} found={deepeningSkills(framework, levels, role.id)} />
    </>
  )
}
