// The profile where there is no room for one: the five highest scores as bars, and all of them on request.
import { useSyncExternalStore } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { findSkill, topLevel } from '../../../core/framework/look-up.ts'
import { gapsTo, type SkillGap } from '../../../core/planning/gap.ts'
import { Disclosure } from '../../parts/disclosure.tsx'
import { groupColours } from '../../parts/group-dot.tsx'
import { SkillLink } from '../../parts/skill-link.tsx'
import { levelWords, weightWords } from '../../words/level.ts'
import { mapWords } from '../../words/map.ts'
import { namedSkills } from '../profile/named-skills.ts'
import type { WhatIf } from '../profile/what-if.ts'

interface ProfileListProps {
  framework: Framework
  role: string
  toRole: string
  staying: boolean
  whatIf: WhatIf
}

export function ProfileList(props: ProfileListProps) {
  const { framework, whatIf, role, toRole, staying } = props
  const levels = useSyncExternalStore(whatIf.subscribe, whatIf.levels, whatIf.levels)
  const lines = gapsTo(framework, levels, toRole).filter((line) => line.weight > 0)
  const five = namedSkills(framework, levels, { role, toRole, staying }).map((one) => one.skill)
  const top = five.flatMap((skill) => lines.find((line) => line.skill === skill) ?? [])
  return (
    <>
      {top.length > 0 ? <Bars {...props} lines={top} /> : null}
      <Disclosure summary={mapWords.allSkills(lines.length)}>
        <Bars {...props} lines={lines} />
      </Disclosure>
    </>
  )
}

function Bars(props: ProfileListProps & { lines: readonly SkillGap[] }) {
  return (
    <ul className="profile-bars">
      {props.lines.map((line) => (
        <Bar key={line.skill} {...props} line={line} />
      ))}
    </ul>
  )
}

function Bar({ framework, whatIf, line }: ProfileListProps & { line: SkillGap }) {
  const skill = findSkill(framework, line.skill)
  const group = framework.groups.find((one) => one.id === line.group)
  const top = topLevel(framework)
  if (!skill) return null
  return (
    <li style={group ? groupColours(group) : undefined}>
      <span className="profile-bar-name">
        <SkillLink framework={framework} skill={skill} />
      </span>
      <span
        className="profile-bar"
        data-weight={line.weight}
        data-assumed={line.assumed || undefined}
        role="img"
        aria-label={levelWords.nowNeeded(line.now, line.needed)}
      >
        {framework.scale.slice(1).map((step) => (
          <span
            key={step.level}
            data-state={step.level <= line.now ? 'here' : step.level <= line.needed ? 'gap' : 'rest'}
          />
        ))}
      </span>
      <span className="small quiet profile-bar-facts">
        {mapWords.panelFacts(line.now, line.needed, weightWords[line.weight] ?? '')}
        {line.assumed ? `, ${levelWords.assumed}` : ''}
      </span>
      <span className="steppers">
        <button
          type="button"
          className="stepper"
          aria-label={mapWords.lower(line.name)}
          disabled={line.now <= 0}
          onClick={() => whatIf.set(line.skill, line.now - 1)}
        >
          −
        </button>
        <button
          type="button"
          className="stepper"
          aria-label={mapWords.raise(line.name)}
          disabled={line.now >= top}
          onClick={() => whatIf.set(line.skill, line.now + 1)}
        >
          +
        </button>
      </span>
    </li>
  )
}
