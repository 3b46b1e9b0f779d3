// One skill on a published site.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { PageHead } from '../../web/parts/page-head.tsx'
import { SkillInFull } from '../../web/skill/skill-in-full.tsx'
import { SkillTags } from '../../web/skill/skill-tags.tsx'
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
      <SkillInFull framework={framework} skill={skill} mine={null} />
    </>
  )
}
