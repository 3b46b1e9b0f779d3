// For somebody who stays and has nothing missing: where depth would count most, each with a way to plan it.
import type { Framework } from '../../core/framework/framework.ts'
import { type Estimates, levelsFromEstimates } from '../../core/planning/estimates.ts'
import { LevelPips } from '../parts/level-pips.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { deepeningSkills } from '../role/deepening.ts'
import { planWords } from '../words/plan.ts'
import type { PlanChange, Trial } from './plan-choices.ts'

interface Props {
  framework: Framework
  estimates: Estimates
  trial: Trial
  onChange: (change: PlanChange) => void
}

export function PlanDeeper({ framework, estimates, trial, onChange }: Props) {
  const stays = trial.destinations.length === 1 && trial.destinations[0]?.role === trial.fromRole
  if (!stays) return null
  const found = deepeningSkills(framework, levelsFromEstimates(framework, estimates), trial.fromRole).filter(
    ({ skill }) => !trial.pins.includes(skill.id),
  )
  if (found.length === 0) return null
  return (
    <section className="section stack no-print">
      <h2>{planWords.deeper}</h2>
      <p className="quiet">{planWords.deeperLead}</p>
      <ul className="must-haves">
        {found.map(({ skill, now, next }) => (
          <li key={skill.id}>
            <SkillLink framework={framework} skill={skill} />
            <LevelPips framework={framework} group={skill.group} now={now} needed={next} />
            <button
              type="button"
              className="button"
              data-look="plain"
              aria-label={planWords.planNextLevelOf(skill.name, next)}
              onClick={() => onChange({ kind: 'pin', skill: skill.id })}
            >
              {planWords.planNextLevel(next)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
