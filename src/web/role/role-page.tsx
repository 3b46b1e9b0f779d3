// One role: what it is for, what a week holds, what it expects, and the moves out of it and into it.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, lazy, useState } from 'react'
import type { Framework, Role } from '../../core/framework/framework.ts'
import { findRole, movesFrom, topLevel } from '../../core/framework/look-up.ts'
import { softShare } from '../../core/planning/group-profile.ts'
import { type Levels, levelsAtExpectation } from '../../core/planning/levels.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useLevels } from '../levels/use-levels.ts'
import { MoveList } from '../move/move-list.tsx'
import { HardSoftBar } from '../parts/hard-soft-bar.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Missing } from '../parts/trouble.tsx'
import { matrixWords } from '../words/matrix.ts'
import { roleWords } from '../words/role.ts'
import { troubleWords } from '../words/trouble.ts'
import { Equivalences } from './equivalences.tsx'
import { ExpectationTables } from './expectation-tables.tsx'
import { MustHaveList, PathLink, RoleFacts } from './role-facts.tsx'
import { WeekBars } from './week-bars.tsx'
import './role.css'
import { Later } from '../parts/later.tsx'

/** The measurement comes after the page: most of it can be read without. */
const ReachShort = lazy(async () => ({ default: (await import('../plan/reach-short.tsx')).ReachShort }))

export function RolePage() {
  const { role: id } = useParams({ from: '/role/$role' })
  const framework = useFramework()
  const role = findRole(framework, id)
  return role ? (
    <RoleView key={id} framework={framework} role={role} />
  ) : (
    <Missing text={troubleWords.missingRole} />
  )
}

function RoleView({ framework, role }: { framework: Framework; role: Role }) {
  const me = useMe()
  const mine = useLevels()
  const isMyRole = me.target?.role === role.id
  const levels = isMyRole ? mine : levelsAtExpectation(framework, role.id)
  const share = softShare(framework, role.id)
  return (
    <>
      <PageHead title={role.name} eyebrow={<PathLink framework={framework} role={role} />}>
        {role.purpose ? <p className="lead">{role.purpose}</p> : null}
        <RoleFacts framework={framework} role={role} />
        <Later>
          <ReachShort role={role.id} />
        </Later>
      </PageHead>
      <div className="columns">
        <section className="stack">
          <h2>{roleWords.week}</h2>
          <WeekBars framework={framework} now={role.week} nowName={roleWords.weekOwn} />
        </section>
        <section className="stack">
          <h2>{roleWords.mix}</h2>
          {share === null ? null : <HardSoftBar softShare={share} />}
          <h3>{roleWords.mustHaves}</h3>
          <MustHaveList framework={framework} role={role} />
        </section>
      </div>
      <section className="section stack">
        <h2>{roleWords.movesOut}</h2>
        <RoleMoves framework={framework} role={role} levels={levels} />
        <CompareForm framework={framework} role={role} />
      </section>
      <section className="section stack">
        <h2>{roleWords.expects}</h2>
        <p className="quiet small">{roleWords.expectsHelp(topLevel(framework))}</p>
        <ExpectationTables framework={framework} role={role} levels={mine} />
        <p className="small no-print">
          <Link to="/matrix" search={{ role: role.id }}>
            {matrixWords.openHere}
          </Link>
        </p>
      </section>
      <section className="section stack">
        <h2>{roleWords.movesIn}</h2>
        <MovesIn framework={framework} role={role} />
      </section>
      <section className="section stack">
        <h2>{roleWords.equivalences}</h2>
        <Equivalences framework={framework} role={role} />
      </section>
    </>
  )
}

function RoleMoves(props: { framework: Framework; role: Role; levels: Levels }) {
  const { framework, role, levels } = props
  const moves = movesFrom(framework, role.id)
  return (
    <div>
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
      <MoveList framework={framework} moves={moves} levels={levels} towards="to" />
      {moves.length > 0 ? <p className="quiet small role-climb">{roleWords.climbHelp}</p> : null}
      {moves.length === 0 ? <p className="quiet">{roleWords.noMovesOut}</p> : null}
    </div>
  )
}

function MovesIn({ framework, role }: { framework: Framework; role: Role }) {
  const moves = framework.moves.filter((move) => move.to === role.id)
  if (moves.length === 0) return <p className="quiet">{roleWords.noMovesIn}</p>
  return <MoveList framework={framework} moves={moves} levels={null} towards="from" />
}

function CompareForm({ framework, role }: { framework: Framework; role: Role }) {
  const navigate = useNavigate()
  const [other, setOther] = useState(framework.roles.find((one) => one.id !== role.id)?.id ?? role.id)
  const go = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: '/compare/$a/$b', params: { a: role.id, b: other } })
  }
  return (
    <form className="compare-form no-print" onSubmit={go}>
      <div className="field">
        <label htmlFor="compare-with">{roleWords.compareWith}</label>
        <select
          id="compare-with"
          className="select"
          value={other}
          onChange={(event) => setOther(event.target.value)}
        >
          {framework.roles
            .filter((one) => one.id !== role.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </select>
      </div>
      <button type="submit" className="button">
        {roleWords.goCompare}
      </button>
    </form>
  )
}
