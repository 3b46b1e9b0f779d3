// One sentence that was said, opened: what it is probably about, what it means, what to do, and keeping it.
import { useState } from 'react'
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import type { FeedbackPolarity } from '../../core/feedback/feedback.ts'
import { levelHeard } from '../../core/feedback/level-heard.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { toldGroup } from '../../core/feedback/told-parts.ts'
import type { Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { levelOf } from '../../core/planning/levels.ts'
import type { SaidFrom, ToldReader } from '../data/told-reader.ts'
import { sureWords, toldPartWords } from '../words/told.ts'
import { KindTag, SkillLink } from './skill-link.tsx'
import { ToldAnswer } from './told-answer.tsx'
import { ToldHowSure } from './told-how-sure.tsx'
import { ToldKeep } from './told-keep.tsx'
import { ToldSentence } from './told-sentence.tsx'
import { ToldUnread } from './told-unread.tsx'

/** What is less likely than this is not offered beside the likeliest. */
const WORTH_OFFERING = 0.08
const OFFERED = 2

interface Props {
  reader: ToldReader
  part: FeedbackReading
  /** What was kept of the same sentence. */
  record: ListedFeedback | null
  from: SaidFrom
  onFrom: (from: SaidFrom) => void
}

export function ToldPart({ reader, part, record, from, onFrom }: Props) {
  const { framework } = reader
  const [looked, setLooked] = useState<string | null>(null)
  const group = toldGroup(part)
  const read = part.kind === 'skill' ? (part.skills[0]?.skill ?? null) : null
  const id = record === null ? (looked ?? read) : (record.here[0] ?? null)
  const skill = id === null ? null : (findSkill(framework, id) ?? null)
  const polarity = polarityOf(part, record)
  const candidates = part.skills.filter(
    ({ skill: one, confidence }) => one !== id && confidence >= WORTH_OFFERING,
  )
  const others = skillsOf(
    reader,
    candidates.map((one) => one.skill),
  )
  return (
    <article className="told-part stack">
      <ToldSentence part={part} />
      {skill === null ? (
        record === null && group !== 'gap' && group !== 'strength' ? (
          <ToldUnread group={group} />
        ) : null
      ) : (
        <>
          <Verdict {...{ reader, part, record, skill, polarity }} />
          {record === null ? <OrAbout skills={others.slice(0, OFFERED)} onChoose={setLooked} /> : null}
          <ToldAnswer
            framework={framework}
            skill={skill}
            polarity={polarity}
            phrase={part.phrase?.skill === skill.id ? part.phrase.phrase : null}
            heard={levelHeard(framework, {
              ...{ role: reader.role, skill: skill.id, polarity },
              own: levelOf(reader.levels, skill.id),
            })}
          />
        </>
      )}
      {part.skills.length > 0 && part.kind === 'skill' ? (
        <ToldHowSure framework={framework} part={part} />
      ) : null}
      <ToldKeep
        {...{ reader, record, skill, polarity, from, onFrom }}
        text={part.text}
        others={others}
        isAsRead={id === read}
      />
    </article>
  )
}

function polarityOf(part: FeedbackReading, record: ListedFeedback | null): FeedbackPolarity {
  if (record !== null) return record.polarity
  return part.polarity === 'strength' ? 'strength' : 'gap'
}

function skillsOf({ framework }: ToldReader, ids: readonly string[]): Skill[] {
  return ids.flatMap((id) => findSkill(framework, id) ?? [])
}

function Verdict(props: {
  reader: ToldReader
  part: FeedbackReading
  record: ListedFeedback | null
  skill: Skill
  polarity: FeedbackPolarity
}) {
  const { part, record, skill, polarity } = props
  const { framework } = props.reader
  const confidence = part.skills.find((one) => one.skill === skill.id)?.confidence ?? 0
  const own = polarity === 'strength' ? toldPartWords.yourWordPraise : toldPartWords.yourWord
  const words = record?.judgement === 'corrected' ? own : sureWords(confidence)[polarity]
  return (
    <>
      <h3 className="told-verdict">
        <span>{words}</span> <SkillLink framework={framework} skill={skill} />{' '}
        <KindTag framework={framework} skill={skill} />
      </h3>
      {part.corrected && record === null ? <p className="small quiet">{toldPartWords.likeEarlier}</p> : null}
    </>
  )
}

function OrAbout({ skills, onChoose }: { skills: readonly Skill[]; onChoose: (id: string) => void }) {
  if (skills.length === 0) return null
  return (
    <p className="told-or no-print">
      <span className="small quiet">{toldPartWords.orAbout}</span>
      {skills.map((skill) => (
        <button
          key={skill.id}
          type="button"
          className="button"
          data-look="plain"
          onClick={() => onChoose(skill.id)}
        >
          {skill.name}
        </button>
      ))}
    </p>
  )
}
