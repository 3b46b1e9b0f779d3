// All skills on a published site.
import type { Framework } from '../../core/framework/framework.ts'
import { KindMark } from '../../web/parts/hard-soft-bar.tsx'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { GroupOfSkills } from '../../web/skill/group-of-skills.tsx'
import { matrixWords } from '../../web/words/matrix.ts'
import { skillsWords } from '../../web/words/skill.ts'
import { kindsThere } from '../kinds-there.ts'

export function SkillsPage({ framework }: { framework: Framework }) {
  const { skills, groups, kinds } = framework
  const count = (kind: string) => skills.filter((skill) => skill.kind === kind).length
  const there = kindsThere(framework)
  return (
    <>
      <PageHead title={skillsWords.title}>
        {there.length === 0 ? null : (
          <>
            <p className="lead quiet">{skillsWords.lead(skills.length, count('hard'), count('soft'))}</p>
            <p className="kind-legend">
              {there.map((kind) => (
                <span key={kind}>
                  <KindMark kind={kind} /> {kinds[kind].name}
                </span>
              ))}
            </p>
          </>
        )}
        <p className="actions no-print">
          <Link to="/about-skills">{skillsWords.about}</Link>
          <Link to="/matrix">{matrixWords.toMatrix}</Link>
        </p>
      </PageHead>
      {groups.map((group) => (
        <GroupOfSkills key={group.id} framework={framework} group={group.id} skills={skills} />
      ))}
    </>
  )
}
