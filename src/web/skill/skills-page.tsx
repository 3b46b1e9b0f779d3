// All skills, by group, with a field to find one.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Skill } from '../../core/framework/framework.ts'
import { useFramework } from '../data/use-framework.ts'
import { KindMark } from '../parts/hard-soft-bar.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { matrixWords } from '../words/matrix.ts'
import { skillsWords } from '../words/skill.ts'
import { GroupOfSkills } from './group-of-skills.tsx'
import './skill.css'

export function SkillsPage() {
  const framework = useFramework()
  const { find } = useSearch({ from: '/skills' })
  const navigate = useNavigate()
  const hits = matching(framework.skills, find ?? '')
  const count = (kind: string) => framework.skills.filter((skill) => skill.kind === kind).length
  return (
    <>
      <PageHead title={skillsWords.title}>
        <p className="lead quiet">
          {skillsWords.lead(framework.skills.length, count('hard'), count('soft'))}
        </p>
        <p className="kind-legend">
          {(['hard', 'soft'] as const).map((kind) => (
            <span key={kind}>
              <KindMark kind={kind} /> {framework.kinds[kind].name}
            </span>
          ))}
          <Link to="/about-skills">{skillsWords.about}</Link>
          <Link to="/matrix" className="no-print">
            {matrixWords.toMatrix}
          </Link>
        </p>
      </PageHead>
      <div className="field no-print">
        <label htmlFor="find-skill">{skillsWords.find}</label>
        <input
          id="find-skill"
          className="input"
          type="search"
          value={find ?? ''}
          onChange={(event) =>
            void navigate({ to: '/skills', search: { find: event.target.value || undefined }, replace: true })
          }
        />
      </div>
      {hits.length === 0 ? (
        <p className="section">
          {skillsWords.none(find ?? '')} <Link to="/told">{skillsWords.toTold}</Link>
        </p>
      ) : (
        framework.groups.map((group) => (
          <GroupOfSkills key={group.id} framework={framework} group={group.id} skills={hits} />
        ))
      )}
    </>
  )
}

function matching(skills: Skill[], text: string): Skill[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return skills.filter((skill) => {
    const haystack = `${skill.name} ${skill.definition}`.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
