// What comes before and after a skill, what it takes, who can see it and what it is confused with.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findSkill, topLevel } from '../../core/framework/look-up.ts'
import { SkillLink } from '../parts/skill-link.tsx'
import { skillWords } from '../words/skill.ts'

export function SkillFacts({ framework, skill }: { framework: Framework; skill: Skill }) {
  const before = skill.prerequisites.flatMap((id) => findSkill(framework, id) ?? [])
  const after = framework.skills.filter((other) => other.prerequisites.includes(skill.id))
  return (
    <div className="columns">
      <SkillNames
        framework={framework}
        title={skillWords.before}
        skills={before}
        none={skillWords.beforeNone}
      />
      <SkillNames framework={framework} title={skillWords.after} skills={after} none={skillWords.afterNone} />
      <section className="stack-s">
        <h2>{skillWords.facts}</h2>
        <p>{skillWords.access[skill.access]}</p>
        <Weeks framework={framework} skill={skill} />
        <SeenBy skill={skill} />
      </section>
      {skill.confusedWith.length > 0 ? (
        <section className="stack-s">
          <h2>{skillWords.confused}</h2>
          {skill.confusedWith.map((other) => {
            const found = findSkill(framework, other.skill)
            return (
              <div key={other.skill}>
                {found ? <SkillLink framework={framework} skill={found} /> : other.skill}
                <p className="quiet small">{other.difference}</p>
              </div>
            )
          })}
        </section>
      ) : null}
    </div>
  )
}

function SkillNames(props: { framework: Framework; title: string; skills: Skill[]; none: string }) {
  return (
    <section className="stack-s">
      <h2>{props.title}</h2>
      {props.skills.length === 0 ? <p className="quiet">{props.none}</p> : null}
      <ul className="stack-s">
        {props.skills.map((skill) => (
          <li key={skill.id}>
            <SkillLink framework={props.framework} skill={skill} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Weeks({ framework, skill }: { framework: Framework; skill: Skill }) {
  if (skill.weeks.length === 0) return null
  return (
    <>
      <ul className="marked-list">
        {skill.weeks.map((step, index) => {
          const from = (skill.weeks[index - 1]?.upTo ?? 0) + 1
          const to = Math.min(step.upTo, topLevel(framework))
          const span = index === 0 ? skillWords.weeksUpTo(to) : skillWords.weeksAbove(from, to)
          return <li key={step.upTo}>{skillWords.weeks(span, step.low, step.high)}.</li>
        })}
      </ul>
      <p className="small quiet">{skillWords.weeksHelp}</p>
    </>
  )
}

function SeenBy({ skill }: { skill: Skill }) {
  const seen = skill.observability
  if (!seen) return <p className="quiet">{skillWords.seenUnknown}</p>
  const lines = [
    [skillWords.seenPeers, seen.peers],
    [skillWords.seenManager, seen.manager],
    [skillWords.seenReports, seen.reports],
  ] as const
  return (
    <>
      <p>
        {skillWords.seenBy}:{' '}
        {lines.map(([who, often]) => `${who} ${skillWords.seen[often] ?? often}`).join(', ')}.
      </p>
      {seen.manager <= 1 ? <p className="small quiet">{skillWords.seenByFew}</p> : null}
    </>
  )
}
