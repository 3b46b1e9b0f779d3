// What closed rounds say about the framework: where raters are apart, and criteria that hardly anybody uses.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import type { SkillQuality } from '../../core/sealing/framework-quality.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { overviewWords as words } from '../words/overview.ts'
import type { Overview } from './api-overview.ts'

const MOST_APART = 5
const MOST_CRITERIA = 4

/** Of the latest round that said something. */
export function OverviewQuality({
  quality,
  framework,
}: {
  quality: Overview['quality']
  framework: Framework
}) {
  const latest = quality.find(({ skills }) => skills.length > 0)
  const known = (latest?.skills ?? []).flatMap((found) => {
    const skill = framework.skills.find(({ id }) => id === found.skill)
    return skill === undefined ? [] : [{ skill, found }]
  })
  const apart = known.toSorted((a, b) => b.found.disagreement - a.found.disagreement).slice(0, MOST_APART)
  const unused = known.filter(({ found }) => found.hardlyUsed.length > 0)
  return (
    <section className="section stack-s">
      <h2>{words.quality}</h2>
      <p className="small quiet">{words.qualityAbout}</p>
      {latest === undefined ? <p>{words.noQuality}</p> : null}
      {apart.length > 0 ? (
        <>
          <h3>{words.apart}</h3>
          <ul className="marked-list">
            {apart.map(({ skill, found }) => (
              <li key={skill.id}>{words.apartLine(skill.name, found.disagreement)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {unused.length > 0 ? (
        <>
          <h3>{words.unused}</h3>
          {unused.map(({ skill, found }) => (
            <Unused key={skill.id} skill={skill} found={found} />
          ))}
        </>
      ) : null}
    </section>
  )
}

function Unused({ skill, found }: { skill: Skill; found: SkillQuality }) {
  const texts = skill.anchors
    .flatMap((anchor) => anchor.behaviours)
    .filter(({ id }) => found.hardlyUsed.includes(id))
    .map(({ id, text }) => ({ id, text }))
  return (
    <Disclosure summary={`${skill.name} (${texts.length})`}>
      <ul className="marked-list small">
        {texts.slice(0, MOST_CRITERIA).map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {texts.length > MOST_CRITERIA ? <li>{words.unusedMore(texts.length - MOST_CRITERIA)}</li> : null}
      </ul>
    </Disclosure>
  )
}
