// Any two roles side by side: what rises, what falls, what is new, and how much of it is soft.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { Framework, Role, Skill } from '../../core/framework/framework.ts'
import { findMove, findRole } from '../../core/framework/look-up.ts'
import { climbBetween } from '../../core/planning/climb.ts'
import { softShare } from '../../core/planning/group-profile.ts'
import { useFramework } from '../data/use-framework.ts'
import { HardSoftBar, KindMark } from '../parts/hard-soft-bar.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Reading } from '../parts/reading.tsx'
import { RolePicker } from '../parts/role-picker.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Missing } from '../parts/trouble.tsx'
import { WeekBars } from '../parts/week-bars.tsx'
import { compareWords } from '../words/compare.ts'
import { percent } from '../words/kind.ts'
import { weightWords } from '../words/level.ts'
import { troubleWords } from '../words/trouble.ts'
import { compareRoles, type Difference } from './compare-roles.ts'
import './compare.css'

export function ComparePage() {
  const params = useParams({ from: '/compare/$a/$b' })
  const framework = useFramework()
  const a = findRole(framework, params.a)
  const b = findRole(framework, params.b)
  if (!a || !b) return <Missing text={troubleWords.missingRole} />
  return (
    <>
      <PageHead title={compareWords.title(a.name, b.name)} eyebrow={compareWords.eyebrow}>
        <Choosers framework={framework} a={a} b={b} />
      </PageHead>
      {a.id === b.id ? <p>{compareWords.sameRole}</p> : <Sides framework={framework} a={a} b={b} />}
    </>
  )
}

function Choosers({ framework, a, b }: { framework: Framework; a: Role; b: Role }) {
  const navigate = useNavigate()
  const go = (first: string, second: string) =>
    void navigate({
      to: '/compare/$a/$b',
      params: { a: first, b: second },
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="compare-choosers no-print">
      <RolePicker
        framework={framework}
        label={compareWords.first}
        value={a.id}
        onChange={(id) => go(id, b.id)}
      />
      <RolePicker
        framework={framework}
        label={compareWords.second}
        value={b.id}
        onChange={(id) => go(a.id, id)}
      />
      <button type="button" className="button" onClick={() => go(b.id, a.id)}>
        {compareWords.swap}
      </button>
    </div>
  )
}

function Sides({ framework, a, b }: { framework: Framework; a: Role; b: Role }) {
  const { rises, falls, fresh, gone, weightOnly, same } = compareRoles(framework, a.id, b.id)
  const way = climbBetween(framework, a.id, b.id)
  const soft = way.hardShare === null ? '' : compareWords.softOfRise(percent(1 - way.hardShare))
  return (
    <>
      <Reading>{compareWords.summary(rises.length, falls.length, fresh.length, soft)}</Reading>
      <p>
        {findMove(framework, a.id, b.id) ? (
          <Link to="/move/$from/$to" params={{ from: a.id, to: b.id }}>
            {compareWords.readMove}
          </Link>
        ) : (
          <span className="quiet">{compareWords.noMove}</span>
        )}
      </p>
      <div className="columns section">
        <section className="stack">
          <h2>{compareWords.week}</h2>
          <WeekBars framework={framework} now={a.week} then={b.week} nowName={a.name} thenName={b.name} />
        </section>
        <section className="stack">
          <h2>{compareWords.mix}</h2>
          {[a, b].map((role) => (
            <div key={role.id}>
              <h3 className="compare-role">
                <Link to="/role/$role" params={{ role: role.id }}>
                  {role.name}
                </Link>
              </h3>
              <HardSoftBar softShare={softShare(framework, role.id) ?? 0} />
            </div>
          ))}
        </section>
      </div>
      <Lines framework={framework} title={compareWords.rises} lines={rises} />
      <Lines framework={framework} title={compareWords.fresh} lines={fresh} />
      <Lines framework={framework} title={compareWords.falls} lines={falls} />
      <Lines framework={framework} title={compareWords.gone} lines={gone} />
      <Lines framework={framework} title={compareWords.weightOnly} lines={weightOnly} />
      <Lines framework={framework} title={compareWords.same} lines={same} />
    </>
  )
}

function Lines({ framework, title, lines }: { framework: Framework; title: string; lines: Difference[] }) {
  if (lines.length === 0) return null
  return (
    <section className="section">
      <h2>
        {title} <span className="quiet">{lines.length}</span>
      </h2>
      <ul className="compare-lines">
        {lines.map((line) => (
          <Line key={line.skill.id} framework={framework} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ framework, line }: { framework: Framework; line: Difference & { skill: Skill } }) {
  const { skill, before, after } = line
  const levels =
    before.level === after.level ? String(after.level) : compareWords.level(before.level, after.level)
  const weights =
    before.weight === after.weight || before.weight === 0
      ? weightWords[after.weight || before.weight]
      : after.weight === 0
        ? weightWords[before.weight]
        : `${weightWords[before.weight]} → ${weightWords[after.weight]}`
  return (
    <li>
      <span className="compare-skill">
        <SkillLink framework={framework} skill={skill} />
        <KindMark kind={skill.kind} />
      </span>
      <span className="compare-levels">{levels}</span>
      <span className="small quiet">{weights}</span>
    </li>
  )
}
