// Any two roles side by side: what rises, what falls, what is new, and how much of it is soft.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Framework, Role, SkillKind, Weight } from '../../core/framework/framework.ts'
import { expectationOf, findMove, findRole, findSkill } from '../../core/framework/look-up.ts'
import { type ChangedSkill, compareRoles, type RoleComparison } from '../../core/planning/compare-roles.ts'
import { softShare } from '../../core/planning/group-profile.ts'
import { capitalise, counted, numberWord } from '../../core/planning/plain-words.ts'
import { useFramework } from '../data/use-framework.ts'
import { HardSoftBar, KindMark } from '../parts/hard-soft-bar.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Reading } from '../parts/reading.tsx'
import { RolePicker } from '../parts/role-picker.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Missing } from '../parts/trouble.tsx'
import { WeekBars } from '../parts/week-bars.tsx'
import { compareWords } from '../words/compare.ts'
import { kindName, percent } from '../words/kind.ts'
import { weightWords } from '../words/level.ts'
import { roleInSentence } from '../words/names.ts'
import { troubleWords } from '../words/trouble.ts'
import './compare.css'

const WIDE = '(min-width: 48rem)'
const SHOWN_ON_A_PHONE = 8

export function ComparePage() {
  const params = useParams({ from: '/compare/$a/$b' })
  const framework = useFramework()
  const a = findRole(framework, params.a)
  const b = findRole(framework, params.b)
  if (!a || !b) return <Missing text={troubleWords.missingRole} />
  return (
    <>
      <PageHead
        title={compareWords.title(a.name, roleInSentence(framework, b.id))}
        eyebrow={compareWords.eyebrow}
      >
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
  const compared = compareRoles(framework, a.id, b.id)
  return (
    <>
      <Reading>{summaryOf(compared)}</Reading>
      <p>
        {findMove(framework, a.id, b.id) ? (
          <Link to="/move/$from/$to" params={{ from: a.id, to: b.id }}>
            {compareWords.readMove}
          </Link>
        ) : (
          <span className="quiet">{compareWords.noMove}</span>
        )}
      </p>
      <p className="quiet small">{compareWords.linesHelp}</p>
      <div className="columns section">
        <section className="stack">
          <h2>{compareWords.week}</h2>
          <WeekBars framework={framework} now={a.week} after={b.week} nowName={a.name} afterName={b.name} />
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
      <Lines framework={framework} title={compareWords.rises} lines={compared.rises.map(asLine)} />
      <Lines framework={framework} title={compareWords.fresh} lines={compared.new.map(asLine)} />
      <Lines framework={framework} title={compareWords.falls} lines={compared.falls.map(asLine)} />
      <Lines framework={framework} title={compareWords.gone} lines={compared.gone.map(asLine)} />
      <Unchanged framework={framework} compared={compared} role={b} />
    </>
  )
}

function summaryOf(compared: RoleComparison): string {
  const { hard, soft } = compared.more
  const share = hard + soft > 0 ? compareWords.softOfRise(percent(soft / (hard + soft))) : ''
  return compareWords.summary(
    capitalise(counted(compared.rises.length, 'skill')),
    countOrNone(compared.falls.length),
    countOrNone(compared.new.length),
    share,
  )
}

function countOrNone(count: number): string {
  return count === 0 ? compareWords.none : numberWord(count)
}

interface Line {
  skill: string
  kind: SkillKind
  levels: string
  weights: string
}

function asLine(changed: ChangedSkill): Line {
  return {
    skill: changed.skill,
    kind: changed.kind,
    levels: compareWords.level(changed.levelBefore, changed.levelAfter),
    weights: weightsInWords(changed.weightBefore, changed.weightAfter),
  }
}

function weightsInWords(before: Weight, after: Weight): string {
  if (before === after || before === 0) return weightWords[after] ?? ''
  if (after === 0) return compareWords.was(weightWords[before] ?? '')
  return `${weightWords[before]} → ${weightWords[after]}`
}

function Unchanged(props: { framework: Framework; compared: RoleComparison; role: Role }) {
  const { framework, compared, role } = props
  const reweighed = new Map(compared.reweighed.map((one) => [one.skill, one]))
  const lines = compared.unchanged.map((skill): Line => {
    const { level, weight } = expectationOf(framework, role.id, skill)
    const changed = reweighed.get(skill)
    return {
      skill,
      kind: findSkill(framework, skill)?.kind ?? 'unknown',
      levels: String(level),
      weights: changed
        ? weightsInWords(changed.weightBefore, changed.weightAfter)
        : (weightWords[weight] ?? ''),
    }
  })
  return <Lines framework={framework} title={compareWords.same} lines={lines} />
}

/** Lines come with the biggest difference first; on a phone those are shown, and the rest is folded. */
function Lines({ framework, title, lines }: { framework: Framework; title: string; lines: Line[] }) {
  const [isWide] = useState(() => matchMedia(WIDE).matches)
  if (lines.length === 0) return null
  const shown = isWide || lines.length <= SHOWN_ON_A_PHONE + 2 ? lines : lines.slice(0, SHOWN_ON_A_PHONE)
  const rest = lines.slice(shown.length)
  return (
    <section className="section stack">
      <h2>
        {title} <span className="quiet">{lines.length}</span>
      </h2>
      <LineList framework={framework} lines={shown} />
      {rest.length > 0 ? (
        <details className="fold">
          <summary>{compareWords.more(rest.length)}</summary>
          <LineList framework={framework} lines={rest} />
        </details>
      ) : null}
    </section>
  )
}

function LineList({ framework, lines }: { framework: Framework; lines: Line[] }) {
  return (
    <ul className="compare-lines">
      {lines.map((line) => {
        const skill = findSkill(framework, line.skill)
        return skill ? (
          <li key={line.skill}>
            <span className="compare-skill">
              <SkillLink framework={framework} skill={skill} />
              <KindMark kind={line.kind} />
              <span className="visually-hidden">{kindName(framework, line.kind)}</span>
            </span>
            <span className="compare-levels">{line.levels}</span>
            <span className="small quiet">{line.weights}</span>
          </li>
        ) : null
      })}
    </ul>
  )
}
