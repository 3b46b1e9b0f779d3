// What a cell of the matrix means: what its level looks like, how much it weighs, and where to read on.
import type { Framework, Role, Skill } from '../../../core/framework/framework.ts'
import { expectationOf } from '../../../core/framework/look-up.ts'
import { criticalCounts } from '../../../core/planning/group-profile.ts'
import { levelPicture } from '../../../core/planning/level-picture.ts'
import { type Levels, levelOf } from '../../../core/planning/levels.ts'
import { capitalise } from '../../../core/planning/plain-words.ts'
import { GroupTag } from '../../parts/group-dot.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { KindTag } from '../../parts/skill-link.tsx'
import { Link } from '../../parts/wayfinding.tsx'
import { levelName, weightWords } from '../../words/level.ts'
import { matrixWords } from '../../words/matrix.ts'
import { asSentence } from '../../words/names.ts'

const BEHAVIOURS_SHOWN = 2

interface DetailProps {
  framework: Framework
  skill: Skill | undefined
  role: Role | undefined
  mine: Levels | null
}

/** A cell, or the heading of a row or a column. */
export function CellDetail(props: DetailProps) {
  const { framework, skill, role, mine } = props
  if (skill && role)
    return (
      <div className="matrix-detail stack-s">
        <SkillHead framework={framework} skill={skill} />
        <Asked framework={framework} skill={skill} role={role} />
        <Own framework={framework} skill={skill} mine={mine} />
        <Onward framework={framework} skill={skill} role={role} />
      </div>
    )
  if (skill)
    return (
      <div className="matrix-detail stack-s">
        <SkillHead framework={framework} skill={skill} />
        <p>{skill.definition}</p>
        <p className="quiet">{rangeOf(framework, skill)}</p>
        <Own framework={framework} skill={skill} mine={mine} />
        <p>
          <Link to="/skill/$skill" params={{ skill: skill.id }}>
            {matrixWords.openSkillPlain}
          </Link>
        </p>
      </div>
    )
  return role ? <AboutRole framework={framework} role={role} /> : null
}

function SkillHead({ framework, skill }: { framework: Framework; skill: Skill }) {
  return (
    <>
      <h2 className="matrix-detail-name">{skill.name}</h2>
      <p className="kind-legend">
        <GroupTag framework={framework} group={skill.group} />
        <KindTag framework={framework} skill={skill} />
      </p>
    </>
  )
}

/** What a role asks for in a skill, and what that looks like. */
export function Asked({ framework, skill, role }: { framework: Framework; skill: Skill; role: Role }) {
  const { level, weight } = expectationOf(framework, role.id, skill.id)
  if (level === 0) return <p>{matrixWords.notAsked(role.name)}</p>
  const picture = levelPicture(framework, skill, level)
  return (
    <>
      <p>
        <strong>{asSentence(matrixWords.asks(role.name, levelName(framework, level)))}</strong>{' '}
        {matrixWords.weightIs(weightWords[weight] ?? '')}
      </p>
      <ul className="marked-list">
        {picture.lines.slice(0, BEHAVIOURS_SHOWN).map((line) => (
          <li key={line}>{asSentence(line)}</li>
        ))}
      </ul>
      {picture.fromScale ? <p className="small quiet">{matrixWords.fromScale}</p> : null}
    </>
  )
}

function Own({ framework, skill, mine }: { framework: Framework; skill: Skill; mine: Levels | null }) {
  const entry = mine ? levelOf(mine, skill.id) : null
  if (!entry || entry.assumed) return null
  return (
    <p>
      {matrixWords.yours(levelName(framework, entry.level))} <OwnMark />
    </p>
  )
}

function Onward({ framework, skill, role }: { framework: Framework; skill: Skill; role: Role }) {
  const { level } = expectationOf(framework, role.id, skill.id)
  return (
    <p className="matrix-onward">
      <Link
        to="/skill/$skill"
        params={{ skill: skill.id }}
        {...(level > 0 ? { hash: `level-${level}` } : {})}
      >
        {level > 0 ? matrixWords.openSkill(level) : matrixWords.openSkillPlain}
      </Link>
      <Link to="/role/$role" params={{ role: role.id }}>
        {matrixWords.openRole}
      </Link>
    </p>
  )
}

function AboutRole({ framework, role }: { framework: Framework; role: Role }) {
  const { hard, soft, unknown } = criticalCounts(framework, role.id)
  return (
    <div className="matrix-detail stack-s">
      <h2 className="matrix-detail-name">{role.name}</h2>
      {role.purpose ? <p>{role.purpose}</p> : null}
      <p className="quiet">{asSentence(capitalise(matrixWords.critical(hard + soft + unknown)))}</p>
      <p>
        <Link to="/role/$role" params={{ role: role.id }}>
          {matrixWords.openRole}
        </Link>
      </p>
    </div>
  )
}

function rangeOf(framework: Framework, skill: Skill): string {
  const levels = framework.roles
    .map((role) => expectationOf(framework, role.id, skill.id).level)
    .filter((level) => level > 0)
  if (levels.length === 0) return ''
  return matrixWords.range(Math.min(...levels), Math.max(...levels), levels.length)
}
