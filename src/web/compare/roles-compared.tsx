// Two roles side by side: the week, the mix, and every skill that rises, falls, is new or stays.
import { useState } from 'react'
import type { Framework, Role, SkillKind } from '../../core/framework/framework.ts'
import { expectationOf, findMove, findSkill } from '../../core/framework/look-up.ts'
import { type ChangedSkill, compareRoles, type RoleComparison } from '../../core/planning/compare-roles.ts'
import { softShare } from '../../core/planning/group-profile.ts'
import { capitalise, counted, numberWord } from '../../core/planning/plain-words.ts'
import { HardSoftBar, KindMark } from '../parts/hard-soft-bar.tsx'
import { Reading } from '../parts/reading.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { WeekBars } from '../role/week-bars.tsx'
import { compareWords } from '../words/compare.ts'
import { kindName, percent } from '../words/kind.ts'
import { weightsInWords, weightWords } from '../words/level.ts'

/** Below this width the page is long, and the lines that matter less are folded. */
const WIDE = '(min-width: 48rem)'
const SHOWN_ON_A_PHONE = 8

export function RolesCompared({ framework, a, b }: { framework: Framework; a: Role; b: Role }) {
  const compared = compareRoles(framework, a.id, b.id)
  return (
    <>
      <Reading>{summaryOf(compared)}</Reading>
      <p className="no-print">
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
              <Mix share={softShare(framework, role.id)} />
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

/** Where no skill of the role says its kind, there is no share to draw. */
function Mix({ share }: { share: number | null }) {
  return share === null ? <p className="quiet">{compareWords.noMix}</p> : <HardSoftBar softShare={share} />
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

/** The biggest differences come first; on a phone those are shown, and the rest is folded. */
function Lines({ framework, title, lines }: { framework: Framework; title: string; lines: Line[] }) {
  const [isWide] = useState(() => typeof matchMedia === 'undefined' || matchMedia(WIDE).matches)
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
