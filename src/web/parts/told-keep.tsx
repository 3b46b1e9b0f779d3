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
  return (
    <div className="told-keep stack no-print">
      {isChoosing ? (
        <OtherSkill
          {...props}
          onChoose={(id, meaning) =>
            void say({ skill: id, polarity: meaning, isCorrected: true, countsAs: null })
          }
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
    onDismiss: () => void
    onUndo: () => void
  },
) {
  const { record, skill, isBusy } = props
  const said =
    record === null ? '' : record.judgement === 'dismissed' ? toldKeepWords.aside : toldKeepWords.kept
  return (
    <div className="actions">
      <Reading>{said}</Reading>
      {record === null && skill !== null ? (
        <button type="button" className="button" data-look="main" disabled={isBusy} onClick={props.onKeep}>
          {toldKeepWords.keep}
        </button>
      ) : null}
      {record === null ? null : (
        <button type="button" className="button" data-look="plain" disabled={isBusy} onClick={props.onUndo}>
          {toldKeepWords.undo}
        </button>
      )}
      {record?.judgement === 'dismissed' ? null : (
        <button type="button" className="button" data-look="plain" disabled={isBusy} onClick={props.onOther}>
          {skill === null ? toldKeepWords.whichSkill : toldKeepWords.other}
        </button>
      )}
      {record === null && skill !== null ? (
        <button
          type="button"
          className="button"
          data-look="plain"
          disabled={isBusy}
          onClick={props.onDismiss}
        >
          {toldKeepWords.dismiss}
        </button>
      ) : null}
    </div>
  )
}

function OtherSkill(
  props: Props & { onChoose: (skill: string, polarity: FeedbackPolarity) => void; onCancel: () => void },
) {
  const { reader, others, from, onFrom } = props
  const [meaning, setMeaning] = useState(props.polarity)
  return (
    <>
      <fieldset className="chooser">
        <legend className="field-label">{toldKeepWords.meant}</legend>
        <div className="choices">
          {(['gap', 'strength'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" checked={meaning === one} onChange={() => setMeaning(one)} />
              <span>{toldKeepWords[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {props.record === null ? <SaidFromFields people={reader.people} from={from} onChange={onFrom} /> : null}
      <SkillSearch
        framework={reader.framework}
        first={others}
        onChoose={(skill) => props.onChoose(skill.id, meaning)}
      />
      <p>
        <button type="button" className="button" data-look="plain" onClick={props.onCancel}>
          {toldKeepWords.cancel}
        </button>
      </p>
    </>
  )
}
