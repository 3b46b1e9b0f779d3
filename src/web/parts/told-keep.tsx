// What the person does with a sentence: keep it, say what else it is about, put it aside; and what follows from keeping.
import { useState } from 'react'
import type { FeedbackPolarity } from '../../core/feedback/feedback.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import type { Skill } from '../../core/framework/framework.ts'
import { fromOfRecord, type SaidFrom, type ToldReader } from '../data/told-reader.ts'
import { type Said, useKeepTold } from '../data/use-keep-told.ts'
import { toldKeepWords } from '../words/told.ts'
import { ProblemLine } from './problem-line.tsx'
import { Reading } from './reading.tsx'
import { SaidFromFields } from './said-from.tsx'
import { SkillSearch } from './skill-search.tsx'
import { ToldFollows } from './told-follows.tsx'

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
  /** Whether skill and meaning are as they were read. */
  isAsRead: boolean
  /** Before it is kept, only what is shown changes. */
  onMeant: (polarity: FeedbackPolarity) => void
  from: SaidFrom
  onFrom: (from: SaidFrom) => void
}

export function ToldKeep(props: Props) {
  const { reader, text, record, skill, polarity, from, onFrom } = props
  const [isChoosing, setChoosing] = useState(false)
  // What is kept keeps who said it and when, whatever is filled in for the next one.
  const saidFrom = record === null ? from : fromOfRecord(record)
  const told = useKeepTold({ text, digest: reader.digest, record, from: saidFrom, onFrom })
  const say = async (said: Partial<Said>) => {
    const before = { skill: skill?.id ?? null, polarity, countsAs: record?.counted?.level ?? null }
    const isCorrected = !props.isAsRead || record?.judgement === 'corrected'
    await told.keep({ ...before, isCorrected, ...said })
    setChoosing(false)
  }
  const changeMeaning = (meant: FeedbackPolarity) => {
    if (record === null) props.onMeant(meant)
    else void say({ polarity: meant, isCorrected: true, countsAs: null })
  }
  return (
    <div className="told-keep stack no-print">
      {isChoosing ? (
        <OtherSkill
          {...props}
          onChoose={(id) => void say({ skill: id, isCorrected: true, countsAs: null })}
          onCancel={() => setChoosing(false)}
        />
      ) : (
        <>
          {record === null && skill !== null ? (
            <SaidFromFields people={reader.people} from={from} onChange={onFrom} />
          ) : null}
          <KeepButtons
            {...props}
            isBusy={told.isBusy}
            onKeep={() => void say({})}
            onOther={() => setChoosing(true)}
            onOtherMeaning={() => changeMeaning(OTHER_MEANING[polarity])}
            onDismiss={() => void say({ skill: null, countsAs: null })}
            onUndo={told.takeBack}
          />
        </>
      )}
      <ProblemLine error={told.error} />
      {record === null || isChoosing ? null : (
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
  props: Props & {
    isBusy: boolean
    onKeep: () => void
    onOther: () => void
    onOtherMeaning: () => void
    onDismiss: () => void
    onUndo: () => void
  },
) {
  const { record, skill, polarity, isBusy } = props
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

function OtherSkill(props: Props & { onChoose: (skill: string) => void; onCancel: () => void }) {
  const { reader, others, from, onFrom } = props
  return (
    <>
      {props.record === null ? <SaidFromFields people={reader.people} from={from} onChange={onFrom} /> : null}
      <SkillSearch
        framework={reader.framework}
        first={others}
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
