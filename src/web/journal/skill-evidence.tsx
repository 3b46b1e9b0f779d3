// What the journal shows of one skill, level by level, and what is missing for the next one.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sayCovered, sayMissing } from '../../core/evidence/coverage-words.ts'
import type { Evidence } from '../../core/evidence/evidence.ts'
import { evidenceCoverage, type LevelCoverage } from '../../core/evidence/evidence-coverage.ts'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { today } from '../data/today.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { coverageWords } from '../words/evidence.ts'
import { findEvidence } from './api-evidence.ts'

interface Props {
  framework: Framework
  skill: Skill
  /** The person's level; null where nobody has rated it. */
  mine: number | null
}

/** More entries about one skill change nothing about what is covered. */
const MOST = 500

export function SkillEvidence({ framework, skill, mine }: Props) {
  const page = useQuery({
    queryKey: ['evidence', 'skill', skill.id],
    queryFn: () => findEvidence({ skill: skill.id, limit: MOST }),
  }).data
  if (page === undefined) return null
  return (
    <section className="section stack no-print">
      <h2>
        {coverageWords.title} <WhoCanSee of="evidence" />
      </h2>
      {page.total === 0 ? (
        <p className="quiet">{coverageWords.none}</p>
      ) : (
        <Coverage framework={framework} skill={skill} mine={mine} entries={page.entries} />
      )}
    </section>
  )
}

function Coverage(props: Props & { entries: readonly Evidence[] }) {
  const { framework, skill, mine, entries } = props
  const { levels, unplaced, isStale } = evidenceCoverage(framework, skill, entries, today())
  const next = nextLevel(levels, mine)
  const begun = levels.filter(({ fresh, older }) => fresh.length + older.length > 0)
  const missing = next && sayMissing(next)
  return (
    <>
      {isStale ? <p className="notice">{coverageWords.stale}</p> : null}
      {begun.map((level) => (
        <p key={level.level}>{sayCovered(level)}</p>
      ))}
      {unplaced.length > 0 ? <p className="quiet">{coverageWords.unplaced(unplaced.length)}</p> : null}
      {next === undefined || missing === null ? null : (
        <>
          <h3>{coverageWords.next(next.level)}</h3>
          {/* The framework says in its own words when a level counts. */}
          <p>{isBegun(next) ? missing : (framework.countingRule ?? missing)}</p>
          <Behaviours level={next} />
        </>
      )}
      <Disclosure summary={coverageWords.caption}>
        <CoverageTable levels={levels} />
      </Disclosure>
      <p>
        <Link to="/journal" search={{ skill: skill.id }}>
          {coverageWords.all}
        </Link>
      </p>
    </>
  )
}

/** The one above the person's own; where that is not known, the lowest that anything is written about. */
function nextLevel(levels: readonly LevelCoverage[], mine: number | null): LevelCoverage | undefined {
  if (mine !== null) return levels.find(({ level, counts }) => level > mine && !counts)
  return levels.find(({ fresh, older, counts }) => !counts && fresh.length + older.length > 0)
}

function isBegun({ behaviours }: LevelCoverage): boolean {
  return behaviours.some(({ seenOn }) => seenOn.length > 0)
}

function Behaviours({ level }: { level: LevelCoverage }) {
  return (
    <ul className="marked-list small">
      {level.behaviours.map(({ id, text, seenOn }) => (
        <li key={id}>
          {text}{' '}
          <span className="quiet" title={seenOn.map((day) => dateWords.day(day)).join(', ')}>
            {coverageWords.seenTimes(seenOn.length)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function CoverageTable({ levels }: { levels: readonly LevelCoverage[] }) {
  return (
    <table className="table">
      <caption className="visually-hidden">{coverageWords.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{coverageWords.level}</th>
          <th scope="col">{coverageWords.fresh}</th>
          <th scope="col">{coverageWords.older}</th>
          <th scope="col">{coverageWords.seen}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ level, fresh, older, behaviours }) => (
          <tr key={level}>
            <th scope="row">{level}</th>
            <td>{fresh.length}</td>
            <td>{older.length}</td>
            <td>{behaviours.filter(({ seenOn }) => seenOn.length > 0).length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
