// Everything a framework says of a skill below its head: levels, what people say, roles, facts.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { skillWords } from '../words/skill.ts'
import { Phrases } from './phrases.tsx'
import { SkillFacts } from './skill-facts.tsx'
import { SkillLadder } from './skill-ladder.tsx'
import { SkillRoles } from './skill-roles.tsx'

export function SkillInFull(props: {
  framework: Framework
  skill: Skill
  mine: Parameters<typeof SkillLadder>[0]['mine']
}) {
  const { framework, skill, mine } = props
  return (
    <>
      <section className="section stack">
        <h2>{skillWords.levels}</h2>
        <SkillLadder framework={framework} skill={skill} mine={mine} />
      </section>
      {skill.phrases.length > 0 ? (
        <section className="section stack">
          <h2>{skillWords.people}</h2>
          <Phrases skill={skill} />
        </section>
      ) : null}
      <section className="section stack">
        <h2>{skillWords.roles}</h2>
        <SkillRoles framework={framework} skill={skill} />
      </section>
      <section className="section stack">
        <SkillFacts framework={framework} skill={skill} />
      </section>
    </>
  )
}
