// Staying in a role, on a published site.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { PageHead } from '../../web/parts/page-head.tsx'
import { deepeningSkills } from '../../web/role/deepening.ts'
import { Deepenings } from '../../web/role/deepenings.tsx'
import { WeekBars } from '../../web/role/week-bars.tsx'
import { moveWords } from '../../web/words/move.ts'
import { aRole } from '../../web/words/names.ts'
import { stayWords } from '../../web/words/stay.ts'

export function StayPage({ framework, role }: { framework: Framework; role: Role }) {
  const found = deepeningSkills(framework, levelsAtExpectation(framework, role.id), role.id)
  return (
    <>
      <PageHead title={moveWords.stayTitle(aRole(framework, role.id))} eyebrow={stayWords.eyebrow}>
        <p className="lead">{framework.stay.changes}</p>
      </PageHead>
      <div className="columns">
        <section className="stack">
          <h2>{moveWords.hard}</h2>
          <p>{framework.stay.hard}</p>
          <p className="quiet">{stayWords.full}</p>
        </section>
        {role.week ? (
          <section className="stack">
            <h2>{stayWords.week}</h2>
            <WeekBars framework={framework} now={role.week} nowName={role.name} />
          </section>
        ) : null}
      </div>
      {framework.stay.trial ? (
        <section className="section stack">
          <h2>{stayWords.trial}</h2>
          <p className="lead">{framework.stay.trial}</p>
        </section>
      ) : null}
      <Deepenings framework={framework} found={found} />
    </>
  )
}
