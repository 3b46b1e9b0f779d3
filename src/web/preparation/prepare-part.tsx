// One sentence of what a manager was about to say: what it is about, what that looks like, what to look for and to ask.
import { useMemo, useState } from 'react'
import type { FeedbackAim } from '../../core/composing/feedback-parts.ts'
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import { isUnsure, likeliestSkill, mayMean } from '../../core/feedback/may-mean.ts'
import { type ToldGroup, toldGroup } from '../../core/feedback/told-parts.ts'
import type { Framework, Phrase, Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { TeamPerson } from '../../core/team-map/team-map.ts'
import { KindTag, SkillLink } from '../parts/skill-link.tsx'
import { ToldHowSure } from '../told/told-how-sure.tsx'
import { ToldMayMean } from '../told/told-may-mean.tsx'
import { ToldSentence } from '../told/told-sentence.tsx'
import { preparedWords as words } from '../words/preparation.ts'
import { sayWords } from '../words/say.ts'
import { sureWords, toldPartWords } from '../words/told.ts'
import { PrepareInstead } from './prepare-instead.tsx'

export function PreparePart(props: {
  framework: Framework
  digest: string
  person: TeamPerson
  role: string
  part: FeedbackReading
}) {
  const { framework, part, role } = props
  const [looked, setLooked] = useState<string | null>(null)
  const group = toldGroup(part)
  const read = useMemo(() => likeliestSkill(framework, part), [framework, part])
  const isOpen = group === 'vague' || isUnsure(part)
  const meanings = useMemo(() => (isOpen ? mayMean(framework, part) : []), [isOpen, framework, part])
  const skill = findSkill(framework, looked ?? read ?? '') ?? null
  const phrase =
    part.phrase !== null && part.phrase.skill === skill?.id
      ? part.phrase.phrase
      : (meanings.find((one) => one.skill.id === skill?.id)?.phrase ?? null)
  return (
    <article className="told-part stack" aria-label={skill?.name}>
      <ToldSentence part={part} />
      <Unread group={group} />
      <ToldMayMean meanings={meanings} chosen={skill?.id ?? null} onChoose={setLooked} />
      {skill === null ? null : (
        <>
          <h3 className="told-verdict">
            <span>{verdict(part, skill)}</span> <SkillLink framework={framework} skill={skill} />{' '}
            <KindTag framework={framework} skill={skill} />
          </h3>
          {skill.private ? (
            <p>{words.private}</p>
          ) : (
            <>
              <MostlyMeans skill={skill} phrase={phrase} aim={aimOf(part)} />
              <PrepareInstead key={`${skill.id} ${role}`} {...props} skill={skill} aim={aimOf(part)} />
            </>
          )}
        </>
      )}
      {part.kind === 'skill' ? <ToldHowSure framework={framework} part={part} /> : null}
    </article>
  )
}

const aimOf = ({ polarity }: FeedbackReading): FeedbackAim => (polarity === 'strength' ? 'keep' : 'change')

function verdict(part: FeedbackReading, skill: Skill): string {
  if (part.kind !== 'skill') return toldPartWords.ifMeant
  const confidence = part.skills.find((one) => one.skill === skill.id)?.confidence ?? 0
  return sureWords(confidence)[aimOf(part) === 'keep' ? 'strength' : 'gap']
}

/** Vague, about no skill, and in another language are answers, too. */
function Unread({ group }: { group: ToldGroup }) {
  if (group !== 'vague' && group !== 'none' && group !== 'other-language') return null
  const { title, text } = words.unread[group]
  return (
    <>
      <h3>{title}</h3>
      <p>{text}</p>
    </>
  )
}

/** Phrases say what criticism means; of praise the definition says more. */
function MostlyMeans({ skill, phrase, aim }: { skill: Skill; phrase: Phrase | null; aim: FeedbackAim }) {
  if (aim === 'keep' || phrase?.means === undefined) return <p>{skill.definition}</p>
  return (
    <p>
      {sayWords.mostlyMeans} {phrase.means}
    </p>
  )
}
