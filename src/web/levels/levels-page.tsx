// Where a person stands: how far their levels reach, each level with its likely range, and what it rests on.
import { Link, useSearch } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { halfRange, narrowingSteps } from '../../core/measurement/measure-words.ts'
import { readLevels } from '../charts/level-range/read-levels.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Reach } from '../plan/reach.tsx'
import { AgreedLevels } from '../round/agreed-levels.tsx'
import { GivenToYou } from '../round/given-to-you.tsx'
import { SealedRounds } from '../round/sealed-rounds.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { aRole } from '../words/names.ts'
import { likelyWords, standingWords } from '../words/standing.ts'
import { LevelRows } from './level-rows.tsx'
import { type Standing, useStanding } from './use-standing.ts'
import './levels.css'
import '../round/rounds.css'

export function LevelsPage() {
  const standing = useStanding()
  const { by } = useSearch({ from: '/levels' })
  const { framework, role, towards } = standing
  const askedBy = by !== undefined && findRole(framework, by) ? by : (towards[0] ?? role)
  return (
    <>
      <PageHead title={standingWords.title}>
        <p className="lead quiet">
          {ratedWords(standing)} <WhoCanSee of="rating" />
        </p>
        <WhoHasRated standing={standing} />
      </PageHead>
      <section className="stack">
        <h2>{standingWords.reach}</h2>
        {towards.map((id) => (
          <Reach key={id} standing={standing} role={id} />
        ))}
        <p className="small quiet">{standingWords.honest}</p>
      </section>
      <section className="section stack">
        <h2>{standingWords.levels}</h2>
        <p className="small quiet no-print">{standingWords.levelsHelp}</p>
        <AskedBy framework={framework} roles={[...new Set([...towards, role])]} askedBy={askedBy} />
        <LevelRows
          standing={standing}
          rows={readLevels(framework, standing.levels, askedBy)}
          askedBy={askedBy}
        />
      </section>
      <GivenToYou />
      <SealedRounds />
      <AgreedLevels />
    </>
  )
}

/** People other than oneself who rated anything that counts. */
function othersIn({ ratings }: Standing): number {
  const ids = ratings.filter(({ level }) => level !== null).flatMap(({ rater }) => rater?.id ?? [])
  return new Set(ids).size
}

function ratedWords(standing: Standing): string {
  const skills = standing.levels.measured.levels.size
  const isOwn = standing.ratings.some(({ level, rater }) => level !== null && rater === undefined)
  if (skills === 0) return standingWords.nothing
  const others = othersIn(standing)
  return isOwn ? standingWords.ratedBy(skills, others) : standingWords.ratedByOthers(skills, others)
}

/** What is missing to know more: a first rating, or somebody else's. */
function WhoHasRated({ standing }: { standing: Standing }) {
  const { measured } = standing.levels
  if (measured.levels.size === 0) {
    return (
      <p className="no-print">
        <Link to="/assess" className="button">
          {standingWords.assess}
        </Link>
      </p>
    )
  }
  const leftOut = measured.leftOut.length > 0 ? standingWords.leftOut(measured.leftOut.length) : null
  const alone = othersIn(standing) === 0 ? onlySelfWords(standing) : null
  return alone || leftOut ? (
    <div className="notice">
      {alone ? (
        <p>
          {alone} <Link to="/others">{standingWords.noteOthers}</Link>
        </p>
      ) : null}
      {leftOut ? <p>{leftOut}</p> : null}
    </div>
  ) : null
}

/** By how much somebody else's rating would narrow the range of the middle skill. */
function onlySelfWords({ levels }: Standing): string {
  const measured = [...levels.measured.levels.values()].toSorted((a, b) => a.latent.sd - b.latent.sd)
  const middle = measured[Math.floor(measured.length / 2)]
  const step = middle ? narrowingSteps(middle)[0] : undefined
  return middle && step
    ? standingWords.onlySelf(likelyWords.half(halfRange(middle)), step.who, likelyWords.half(step.plusMinus))
    : standingWords.onlySelfPlain
}

function AskedBy(props: { framework: Framework; roles: string[]; askedBy: string }) {
  const { framework, roles, askedBy } = props
  if (roles.length < 2) return null
  return (
    <nav className="asked-by no-print" aria-label={standingWords.compare}>
      <span className="small quiet">{standingWords.compare}</span>
      {roles.map((role) => (
        <Link
          key={role}
          to="/levels"
          search={{ by: role }}
          replace
          resetScroll={false}
          aria-current={role === askedBy ? 'true' : undefined}
        >
          {aRole(framework, role)}
        </Link>
      ))}
    </nav>
  )
}
