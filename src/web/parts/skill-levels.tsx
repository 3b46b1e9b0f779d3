// Skills with a level for each: what a piece of work exercises, or where somebody stands.
import { useId } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'
import { opportunityWords } from '../words/opportunities.ts'

interface Chosen {
  skill: string
  level: number
}

interface Props {
  framework: Framework
  chosen: readonly Chosen[]
  /** The lowest level that can be chosen. */
  least: number
  /** The highest level; the top of the scale unless said otherwise. */
  highest?: number
  /** How many skills there may be. */
  most: number
  levelLabel: (skill: string) => string
  onChange: (chosen: Chosen[]) => void
}

export function SkillLevels({ framework, chosen, least, highest, most, levelLabel, onChange }: Props) {
  const id = useId()
  const top = highest ?? topLevel(framework)
  const free = framework.skills.filter(
    (skill) => !skill.private && !chosen.some((one) => one.skill === skill.id),
  )
  return (
    <div className="skill-levels stack-s">
      {chosen.map(({ skill, level }) => (
        <div key={skill} className="skill-level">
          <label htmlFor={`${id}-${skill}`}>
            <span aria-hidden="true">{skillName(framework, skill)}</span>
            <span className="visually-hidden">{levelLabel(skillName(framework, skill))}</span>
          </label>
          <select
            id={`${id}-${skill}`}
            className="select"
            value={level}
            onChange={(event) =>
              onChange(
                chosen.map((one) =>
                  one.skill === skill ? { skill, level: Number(event.target.value) } : one,
                ),
              )
            }
          >
            {framework.scale
              .filter((step) => step.level >= least && step.level <= top)
              .map((step) => (
                <option key={step.level} value={step.level}>
                  {levelName(framework, step.level)}
                </option>
              ))}
          </select>
          <button
            type="button"
            className="button"
            data-look="sign"
            aria-label={opportunityWords.form.without(skillName(framework, skill))}
            onClick={() => onChange(chosen.filter((one) => one.skill !== skill))}
          >
            ×
          </button>
        </div>
      ))}
      {chosen.length >= most ? null : (
        <select
          className="select skill-add"
          aria-label={ADD}
          value=""
          onChange={(event) =>
            onChange([
              ...chosen,
              { skill: event.target.value, level: Math.min(top, Math.max(least, Math.ceil(top / 2))) },
            ])
          }
        >
          <option value="" disabled>
            {ADD}
          </option>
          {framework.groups.map((group) => (
            <optgroup key={group.id} label={group.name}>
              {free
                .filter((skill) => skill.group === group.id)
                .map((skill) => (
                  <option key={skill.id} value={skill.id}>
                    {skill.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </div>
  )
}

const ADD = 'Add a skill'
