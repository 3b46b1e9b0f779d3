// One growth area of a plan: what to do this week, what will count, who could see it, what to look for, why it is here.
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { GrowthArea } from '../../core/plan/plan.ts'
import { useIsWide } from '../data/use-is-wide.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { planWords } from '../words/plan.ts'

export function PlanArea({ framework, area }: { framework: Framework; area: GrowthArea }) {
  const skill = findSkill(framework, area.skill)
  const isWide = useIsWide()
  return (
    <article className="plan-area">
      <h3>{skill ? <SkillLink framework={framework} skill={skill} /> : area.name}</h3>
      <StepFacts area={area} />
      {isWide ? (
        <AreaDetails area={area} />
      ) : (
        <>
          {area.practices.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
          <div className="plan-fold">
            <Disclosure summary={planWords.areaMore}>
              <AreaDetails area={area} isPractised />
            </Disclosure>
          </div>
        </>
      )}
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

/** `isPractised`: what to do is said already. */
export function AreaDetails({ area, isPractised = false }: { area: GrowthArea; isPractised?: boolean }) {
  return (
    <dl className="plan-details">
      {isPractised ? null : (
        <div>
          <dt>{planWords.week}</dt>
          {area.practices.map((practice) => (
            <dd key={practice.text}>{practice.text}</dd>
          ))}
        </div>
      )}
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
