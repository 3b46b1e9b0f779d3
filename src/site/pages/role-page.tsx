// One role on a published site.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { movesFrom, topLevel } from '../../core/framework/look-up.ts'
import { softShare } from '../../core/planning/group-profile.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { mustHavesOf } from '../../core/planning/must-haves.ts'
import { MoveList } from '../../web/move/move-list.tsx'
import { HardSoftBar } from '../../web/parts/hard-soft-bar.tsx'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { Equivalences } from '../../web/role/equivalences.tsx'
import { ExpectationTables } from '../../web/role/expectation-tables.tsx'
import { MustHaveList, PathLink, RoleFacts } from '../../web/role/role-facts.tsx'
import { WeekBars } from '../../web/role/week-bars.tsx'
import { matrixWords } from '../../web/words/matrix.ts'
import { roleWords } from '../../web/words/role.ts'
import { siteWords } from '../../web/words/site.ts'

export function RolePage({ framework, role }: { framework: Framework; role: Role }) {
  const share = softShare(framework, role.id)
  const levels = levelsAtExpectation(framework, role.id)
  return (
    <>
      <PageHead title={role.name} eyebrow={<PathLink framework={framework} role={role} />}>
        {role.purpose ? <p className="lead">{role.purpose}</p> : null}
        <RoleFacts framework={framework} role={role} />
        <p className="actions">
          <Link to="/map" search={{ role: role.id }} className="button">
            {siteWords.tryRole}
          </Link>
        </p>
      </PageHead>
      <div className="columns">
        {role.week ? (
          <section className="stack">
            <h2>{roleWords.week}</h2>
            <WeekBars framework={framework} now={role.week} nowName={roleWords.weekOwn} />
          </section>
        ) : null}
        <section className="stack">
          <h2>{roleWords.mix}</h2>
          {share === null ? null : <HardSoftBar softShare={share} />}
          {mustHavesOf(framework, role).length > 0 ? (
            <>
              <h3>{roleWords.mustHaves}</h3>
              <MustHaveList framework={framework} role={role} />
            </>
          ) : null}
        </section>
      </div>
      <section className="section stack">
        <h2>{roleWords.movesOut}</h2>
        <MovesOut framework={framework} role={role} />
        <MoveList framework={framework} moves={movesFrom(framework, role.id)} levels={levels} towards="to" />
        <p className="quiet small role-climb">{roleWords.climbHelp}</p>
      </section>
      <section className="section stack">
        <h2>{roleWords.expects}</h2>
        <p className="quiet small">{roleWords.expectsHelp(topLevel(framework))}</p>
        <ExpectationTables framework={framework} role={role} levels={levels} />
        <p className="small no-print">
          <Link to="/matrix" search={{ role: role.id }}>
            {matrixWords.openHere}
          </Link>
        </p>
      </section>
      <MovesIn framework={framework} role={role} />
      {framework.companies.length > 0 ? (
        <section className="section stack">
          <h2>{roleWords.equivalences}</h2>
          <Equivalences framework={framework} role={role} />
        </section>
      ) : null}
    </>
  )
}

function MovesOut({ framework, role }: { framework: Framework; role: Role }) {
  return (
    <ul className="move-list">
      <li>
        <p>
          <Link to="/move/$from/$to" params={{ from: role.id, to: 'stay' }}>
            {roleWords.stay}
          </Link>
        </p>
        <p className="quiet">{framework.stay.changes}</p>
      </li>
    </ul>
  )
}

function MovesIn({ framework, role }: { framework: Framework; role: Role }) {
  const moves = framework.moves.filter((move) => move.to === role.id)
  if (moves.length === 0) return null
  return (
    <section className="section stack">
      <h2>{roleWords.movesIn}</h2>
      <MoveList framework={framework} moves={moves} levels={null} towards="from" />
    </section>
  )
}
