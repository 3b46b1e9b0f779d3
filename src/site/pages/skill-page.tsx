// One skill on a published site.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Phrases } from '../../web/parts/phrases.tsx'
import { SkillFacts } from '../../web/parts/skill-facts.tsx'
import { SkillLadder } from '../../web/parts/skill-ladder.tsx'
import { SkillRoles } from '../../web/parts/skill-roles.tsx'
import { SkillTags } from '../../web/parts/skill-tags.tsx'
import { skillWords } from '../../web/words/skill.ts'

export function SkillPage({ framework, skill }: { framework: Framework; skill: Skill }) {
  return (
    <>
      <PageHead title={skill.name} eyebrow={<SkillTags framework={framework} skill={skill} />}>
        <p className="lead">{skill.definition}</p>
        {skill.safeguard ? (
          <div className="notice">
            <p>{skill.safeguard}</p>
          </div>
        ) : null}
      </PageHead>
      {skill.whyItMatters ? (
        <section className="stack">
          <h2>{skillWords.why}</h2>
          <p>{skill.whyItMatters}</p>
        </section>
      ) : null}
      <section className="section stack">
        <h2>{skillWords.levels}</h2>
        <SkillLadder framework={framework} skill={skill} mine={null} />
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
