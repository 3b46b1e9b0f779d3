// What the person does with a sentence: keep it, say what else it is about, put it aside; and what follows from keeping.
import { useState } from 'react'
import type { FeedbackPolarity } from '../../core/feedback/feedback.ts'
import { MOST_TOLD_SKILLS } from '../../core/feedback/record-feedback.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import type { Skill } from '../../core/framework/framework.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { SkillSearch } from '../parts/skill-search.tsx'
import { toldKeepWords } from '../words/told.ts'
import { SaidFromFields } from './said-from.tsx'
import { ToldAlso } from './told-also.tsx'
import { ToldFollows } from './told-follows.tsx'
import { fromOfRecord, type SaidFrom, type ToldReader } from './told-reader.ts'
import { type Said, useKeepTold } from './use-keep-told.ts'

const OTHER_MEANING = { gap: 'strength', strength: 'gap' } as const

interface Props {
  reader: ToldReader
  text: string
  record: ListedFeedback | null
  /** The skill that is shown; null where none is read or chosen. */
  skill: Skill | null
  polarity: FeedbackPolarity
  /** What comes next to what was read. */
  others: readonly Skill[]
  /** What else it is about, by the person's own word. */
  also: readonly Skill[]
  /** Before it is kept, only what is shown changes. */
  onAlso: (ids: string[]) => void
  /** Whether skills and meaning are as they were read. */
  isAsRead: boolean
  /** Before it is kept, only what is shown changes. */
  onMeant: (polarity: FeedbackPolarity) => void
  from: SaidFrom
  onFrom: (from: SaidFrom) => void
}

export function ToldKeep(props: Props) {
  const { reader, text, record, skill, also, polarity, from, onFrom } = props
  const [choosing, setChoosing] = useState<'other' | 'also' | null>(null)
  // What is kept keeps who said it and when, whatever is filled in for the next one.
  const saidFrom = record === null ? from : fromOfRecord(record)
  const alsoIds = also.map(({ id }) => id)
  const told = useKeepTold({ text, digest: reader.digest, record, from: saidFrom, onFrom })
  const say = async (said: Partial<Said>) => {
    const skills = skill === null ? [] : [skill.id, ...alsoIds]
    const before = { skills, polarity, countsAs: record?.counted?.level ?? null }
    const isCorrected = !props.isAsRead || record?.judgement === 'corrected'
    await told.keep({ ...before, isCorrected, ...said })
    setChoosing(null)
  }
  const changeMeaning = (meant: FeedbackPolarity) => {
    if (record === null) props.onMeant(meant)
    else void say({ polarity: meant, isCorrected: true, countsAs: null })
  }
  const changeAlso = (ids: string[]) => {
    setChoosing(null)
    // What is behind the first skill is not touched, so what it counts for stays.
    if (record === null) props.onAlso(ids)
    else void say({ skills: [...(skill === null ? [] : [skill.id]), ...ids], isCorrected: true })
  }
  return (
    <div className="told-keep stack no-print">
      {choosing !== null ? (
        <OtherSkill
          {...props}
          onChoose={(id) =>
            choosing === 'also'
              ? changeAlso([...alsoIds, id])
              : void say({
                  skills: [id, ...alsoIds.filter((one) => one !== id)],
                  isCorrected: true,
                  countsAs: null,
                })
          }
          onCancel={() => setChoosing(null)}
        />
      ) : (
        <>
          {record === null && skill !== null ? (
            <SaidFromFields people={reader.people} from={from} onChange={onFrom} />
          ) : null}
          <ToldAlso skills={also} onChange={changeAlso} />
          <KeepButtons
            {...props}
            isBusy={told.isBusy}
            onKeep={() => void say({})}
            onOther={() => setChoosing('other')}
            onAlso={() => setChoosing('also')}
            onOtherMeaning={() => changeMeaning(OTHER_MEANING[polarity])}
            onDismiss={() => void say({ skills: [], countsAs: null })}
            onUndo={told.takeBack}
          />
        </>
      )}
      <ProblemLine error={told.error} />
      {record === null || choosing !== null ? null : (
        <ToldFollows
          reader={reader}
          record={record}
          isBusy={told.isBusy}
          onCount={(level) => void say({ countsAs: level })}
        />
      )}
    </div>
  )
}

function KeepButtons(
  props: Omit<Props, 'onAlso'> & {
    onAlso: () => void
    isBusy: boolean
    onKeep: () => void
    onOther: () => void
    onOtherMeaning: () => void
    onDismiss: () => void
    onUndo: () => void
  },
) {
  const { record, skill, also, polarity, isBusy } = props
  const said =
    record === null ? '' : record.judgement === 'dismissed' ? toldKeepWords.aside : toldKeepWords.kept
  const plain = { type: 'button', className: 'button', 'data-look': 'plain', disabled: isBusy } as const
  const isNew = record === null
  return (
    <div className="actions">
      {isNew && skill !== null ? (
        <button type="button" className="button" data-look="main" disabled={isBusy} onClick={props.onKeep}>
          {toldKeepWords.keep}
        </button>
      ) : null}
      {isNew ? null : (
        <button {...plain} onClick={props.onUndo}>
          {toldKeepWords.undo}
        </button>
      )}
      {record?.judgement === 'dismissed' ? null : (
        <button {...plain} onClick={props.onOther}>
          {skill === null ? toldKeepWords.whichSkill : toldKeepWords.other}
        </button>
      )}
      {skill === null || 1 + also.length >= MOST_TOLD_SKILLS ? null : (
        <button {...plain} onClick={props.onAlso}>
          {toldKeepWords.also}
        </button>
      )}
      {skill === null ? null : (
        <button {...plain} onClick={props.onOtherMeaning}>
          {polarity === 'gap' ? toldKeepWords.wasPraise : toldKeepWords.wasMissed}
        </button>
      )}
      {isNew && skill !== null ? (
        <button {...plain} onClick={props.onDismiss}>
          {toldKeepWords.dismiss}
        </button>
      ) : null}
      <Reading>{said}</Reading>
    </div>
  )
}

function OtherSkill(
  props: Omit<Props, 'onAlso'> & { onChoose: (skill: string) => void; onCancel: () => void },
) {
  const { reader, others, skill, also, from, onFrom } = props
  const taken = [...(skill === null ? [] : [skill]), ...also]
  return (
    <>
      {props.record === null ? <SaidFromFields people={reader.people} from={from} onChange={onFrom} /> : null}
      <SkillSearch
        framework={reader.framework}
        first={others.filter((one) => !taken.includes(one))}
        onChoose={(skill) => props.onChoose(skill.id)}
      />
      <p>
        <button type="button" className="button" data-look="plain" onClick={props.onCancel}>
          {toldKeepWords.cancel}
        </button>
      </p>
    </>
  )
}
