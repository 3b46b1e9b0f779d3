// One growth area of a plan: what to do this week, what will count, who could see it, what to look for, why it is here.
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { GrowthArea } from '../../core/plan/plan.ts'
import { planWords } from '../words/plan.ts'
import { SkillLink } from './skill-link.tsx'

export function PlanArea({ framework, area }: { framework: Framework; area: GrowthArea }) {
  const skill = findSkill(framework, area.skill)
  return (
    <article className="plan-area">
      <h3>{skill ? <SkillLink framework={framework} skill={skill} /> : area.name}</h3>
      <StepFacts area={area} />
      <AreaDetails area={area} />
    </article>
  )
}

export function StepFacts({ area }: { area: GrowthArea }) {
  return (
    <p className="small quiet">
      {planWords.step(area.from, area.level)}, {planWords.stepHours(area.hours)}
      {area.assumedHours ? ` (${planWords.assumedHours})` : ''}
      {area.state === 'under-way' ? `; ${planWords.underWay}` : ''}
    </p>
  )
}

export function AreaDetails({ area }: { area: GrowthArea }) {
  return (
    <dl className="plan-details">
      <div>
        <dt>{planWords.week}</dt>
        {area.practices.map((practice) => (
          <dd key={practice.text}>{practice.text}</dd>
        ))}
      </div>
      <div>
        <dt>{planWords.evidence}</dt>
        {area.evidence.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </div>
      <div>
        <dt>{planWords.observers}</dt>
        <dd>{area.observers}</dd>
      </div>
      <div>
        <dt>{planWords.opportunity}</dt>
        <dd>{area.opportunity}</dd>
      </div>
      <div>
        <dt>{planWords.why}</dt>
        <dd>{area.why}</dd>
      </div>
    </dl>
  )
}
