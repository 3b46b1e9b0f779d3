// One sentence that was said, opened: what it is probably about, what it means, what to do, and keeping it.
import { useMemo, useState } from 'react'
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import type { FeedbackPolarity } from '../../core/feedback/feedback.ts'
import { levelHeard } from '../../core/feedback/level-heard.ts'
import { isUnsure, likeliestSkill, mayMean, type PossibleMeaning } from '../../core/feedback/may-mean.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { toldGroup } from '../../core/feedback/told-parts.ts'
import type { Phrase, Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { levelOf } from '../../core/planning/levels.ts'
import { KindTag, SkillLink } from '../parts/skill-link.tsx'
import { sureWords, toldKeepWords, toldPartWords } from '../words/told.ts'
import { ToldAnswer } from './told-answer.tsx'
import { ToldHowSure } from './told-how-sure.tsx'
import { ToldKeep } from './told-keep.tsx'
import { ToldMayMean } from './told-may-mean.tsx'
import type { SaidFrom, ToldReader } from './told-reader.ts'
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
  /** The sentence stands above it already. */
  isInRow?: boolean
}

export function ToldPart({ reader, part, record, from, onFrom, isInRow = false }: Props) {
  const { framework } = reader
  const [looked, setLooked] = useState<string | null>(null)
  const group = toldGroup(part)
  const read = useMemo(() => likeliestSkill(framework, part), [framework, part])
  const id = record === null ? (looked ?? read) : (record.here[0] ?? null)
  const skill = id === null ? null : (findSkill(framework, id) ?? null)
  const [meant, setMeant] = useState<FeedbackPolarity | null>(null)
  const [alsoSaid, setAlsoSaid] = useState<readonly string[]>([])
  const also = (record === null ? alsoSaid : record.here.slice(1))
    .filter((one) => one !== id)
    .flatMap((one) => findSkill(framework, one) ?? [])
  const polarity = record?.polarity ?? meant ?? readPolarity(part)
  const isOpen = record === null && (group === 'vague' || isUnsure(part))
  const meanings = useMemo(() => (isOpen ? mayMean(framework, part) : []), [isOpen, framework, part])
  const others = record === null ? othersOf(reader, part, id) : []
  return (
    <article className="told-part stack" aria-label={skill?.name}>
      {isInRow ? null : <ToldSentence part={part} />}
      {record === null && group !== 'gap' && group !== 'strength' && group !== 'either' ? (
        <ToldUnread group={group} />
      ) : null}
      <ToldMayMean meanings={meanings} chosen={id} onChoose={setLooked} />
      {skill === null ? null : (
        <>
          <Verdict {...{ reader, part, record, skill, polarity }} />
          <OrAbout skills={isOpen ? [] : others.slice(0, OFFERED)} onChoose={setLooked} />
          {polarity === null ? (
            <WhichMeant onMeant={setMeant} />
          ) : (
            <ToldAnswer
              framework={framework}
              skill={skill}
              polarity={polarity}
              phrase={phraseOf(part, meanings, skill)}
              heard={levelHeard(framework, {
                ...{ role: reader.role, skill: skill.id, polarity },
                own: levelOf(reader.levels, skill.id),
              })}
            />
          )}
        </>
      )}
      {part.kind === 'skill' ? <ToldHowSure framework={framework} part={part} /> : null}
      {skill !== null && polarity === null ? null : (
        <ToldKeep
          {...{ reader, record, skill, also, from, onFrom }}
          onAlso={setAlsoSaid}
          polarity={polarity ?? 'gap'}
          text={part.text}
          others={meanings.length > 0 ? meanings.map((one) => one.skill) : others}
          isAsRead={id === read && also.length === 0 && polarity === (readPolarity(part) ?? polarity)}
          onMeant={setMeant}
        />
      )}
    </article>
  )
}

/** What comes next to what was read, likeliest first; of a vague sentence its possible meanings are shown instead. */
function othersOf({ framework }: ToldReader, part: FeedbackReading, shown: string | null): Skill[] {
  if (part.kind !== 'skill') return []
  return part.skills
    .filter(({ skill, confidence }) => skill !== shown && confidence >= WORTH_OFFERING)
    .flatMap(({ skill }) => findSkill(framework, skill) ?? [])
}

function phraseOf(part: FeedbackReading, meanings: readonly PossibleMeaning[], skill: Skill): Phrase | null {
  if (part.phrase?.skill === skill.id) return part.phrase.phrase
  return meanings.find((one) => one.skill.id === skill.id)?.phrase ?? null
}

/** Null where the words do not tell. */
function readPolarity({ polarity }: FeedbackReading): FeedbackPolarity | null {
  return polarity === 'none' ? null : polarity
}

/** Asked before anything follows from it. */
function WhichMeant({ onMeant }: { onMeant: (polarity: FeedbackPolarity) => void }) {
  return (
    <>
      <p>{toldPartWords.either}</p>
      <p className="actions no-print">
        <button type="button" className="button" onClick={() => onMeant('strength')}>
          {toldKeepWords.wasPraise}
        </button>
        <button type="button" className="button" onClick={() => onMeant('gap')}>
          {toldKeepWords.wasMissed}
        </button>
      </p>
    </>
  )
}

function Verdict(props: {
  reader: ToldReader
  part: FeedbackReading
  record: ListedFeedback | null
  skill: Skill
  polarity: FeedbackPolarity | null
}) {
  const { part, record, skill, polarity } = props
  const { framework } = props.reader
  const confidence = part.skills.find((one) => one.skill === skill.id)?.confidence ?? 0
  const own = polarity === 'strength' ? toldPartWords.yourWordPraise : toldPartWords.yourWord
  const sure = sureWords(confidence)[polarity ?? 'gap']
  const guessed = part.kind === 'skill' ? sure : toldPartWords.ifMeant
  const words = record === null ? guessed : record.judgement === 'corrected' ? own : sure
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
