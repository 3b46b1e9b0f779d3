// All moves of a framework, by the role they start from.
import type { Framework } from '../../core/framework/framework.ts'
import { movesFrom } from '../../core/framework/look-up.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { MoveList } from '../../web/move/move-list.tsx'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { roleWords } from '../../web/words/role.ts'
import { siteWords } from '../../web/words/site.ts'

export function MovesPage({ framework }: { framework: Framework }) {
  return (
    <>
      <PageHead title={siteWords.moves}>
        <p className="lead quiet">{siteWords.movesLead(framework.moves.length)}</p>
        <p className="quiet small">{roleWords.climbHelp}</p>
      </PageHead>
      {framework.roles.map((role) => {
        const moves = movesFrom(framework, role.id)
        return (
          <section key={role.id} id={role.id} className="section stack">
            <h2>
              <Link to="/role/$role" params={{ role: role.id }}>
                {role.name}
              </Link>
            </h2>
            <p>
              <Link to="/move/$from/$to" params={{ from: role.id, to: 'stay' }}>
                {roleWords.stay}
              </Link>
            </p>
            {moves.length === 0 ? (
              <p className="quiet">{roleWords.noMovesOut}</p>
            ) : (
              <MoveList
                framework={framework}
                moves={moves}
                levels={levelsAtExpectation(framework, role.id)}
                towards="to"
              />
            )}
          </section>
        )
      })}
    </>
  )
}
