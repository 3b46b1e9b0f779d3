// One skill: what it is, what people say about it, its levels as a ladder, and who is expected to have it.
import { Link, useParams } from '@tanstack/react-router'
import { lazy } from 'react'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { levelOf } from '../../core/planning/levels.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useLevels } from '../levels/use-levels.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Missing } from '../parts/trouble.tsx'
import { YourLevel } from '../parts/your-level.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { skillWords } from '../words/skill.ts'
import { troubleWords } from '../words/trouble.ts'
import { SkillInFull } from './skill-in-full.tsx'
import { SkillTags } from './skill-tags.tsx'
import './skill.css'
import { Later } from '../parts/later.tsx'

/** The measurement comes after the page: most of it can be read without. */
const LevelShort = lazy(async () => ({ default: (await import('../levels/level-short.tsx')).LevelShort }))

const SkillEvidence = lazy(async () => ({
  default: (await import('../journal/skill-evidence.tsx')).SkillEvidence,
}))

const ToldAbout = lazy(async () => ({ default: (await import('../told/told-about.tsx')).ToldAbout }))

export function SkillPage() {
  const { skill: id } = useParams({ from: '/skill/$skill' })
  const framework = useFramework()
  const skill = findSkill(framework, id)
  return skill ? (
    <SkillView key={id} framework={framework} skill={skill} />
  ) : (
    <Missing text={troubleWords.missingSkill} />
  )
}

function SkillView({ framework, skill }: { framework: Framework; skill: Skill }) {
  const mine = levelOf(useLevels(), skill.id)
  return (
    <>
      <PageHead title={skill.name} eyebrow={<SkillTags framework={framework} skill={skill} />}>
        <p className="lead">{skill.definition}</p>
        {skill.safeguard ? (
          <div className="notice">
            <p>{skill.safeguard}</p>
          </div>
        ) : null}
        {skill.private ? <p className="small quiet">{skillWords.private}</p> : null}
      </PageHead>
      <div className="columns">
        <section className="stack no-print">
          <h2>{skillWords.yours}</h2>
          <OwnRating framework={framework} skill={skill} />
        </section>
        {skill.whyItMatters ? (
          <section className="stack">
            <h2>{skillWords.why}</h2>
            <p>{skill.whyItMatters}</p>
          </section>
        ) : null}
      </div>
      <Later>
        <SkillEvidence framework={framework} skill={skill} mine={mine.assumed ? null : mine.level} />
      </Later>
      <Later>
        <ToldAbout framework={framework} skill={skill.id} />
      </Later>
      <SkillInFull framework={framework} skill={skill} mine={mine} />
    </>
  )
}

function OwnRating({ framework, skill }: { framework: Framework; skill: Skill }) {
  const me = useMe()
  const counted = levelOf(useLevels(), skill.id)
  const rating = me.levels.find((one) => one.skill === skill.id)
  // Here stands what the person said; what counts elsewhere may be measured from others too.
  const entry =
    rating?.level == null ? counted : { level: rating.level, approaching: rating.approaching, assumed: false }
  return (
    <>
      <p className="lead">
        <YourLevel entry={entry} framework={framework} /> <WhoCanSee of="rating" />
      </p>
      <Later>
        <LevelShort skill={skill} />
      </Later>
      {rating?.reason ? <p className="quiet small">{skillWords.noLevel[rating.reason]}</p> : null}
      {rating ? <p className="quiet small">{skillWords.ratedOn(dateWords.day(rating.ratedAt))}</p> : null}
      {rating?.note ? (
        <p className="small">
          {skillWords.note} {rating.note}
        </p>
      ) : null}
      {rating ? null : <p className="quiet">{skillWords.notRated}</p>}
      <Link to="/assess" search={{ skill: skill.id }} className="button no-print">
        {rating ? skillWords.rateAgain : skillWords.rateThis}
      </Link>
    </>
  )
}
