// Changes a record: who said it, when, how it was meant, and which skill it is about.
import { type FormEvent, useState } from 'react'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { fromOfRecord, type ToldReader } from '../data/told-reader.ts'
import { useKeepTold } from '../data/use-keep-told.ts'
import { toldKeepWords } from '../words/told.ts'
import { ProblemLine } from './problem-line.tsx'
import { SaidFromFields } from './said-from.tsx'
import { SkillLink } from './skill-link.tsx'
import { SkillSearch } from './skill-search.tsx'
import { ToldFollows } from './told-follows.tsx'

interface Props {
  reader: ToldReader
  record: ListedFeedback
  onDone: () => void
}

export function ToldChange({ reader, record, onDone }: Props) {
  const { framework, digest } = reader
  const [from, setFrom] = useState(() => fromOfRecord(record))
  const [polarity, setPolarity] = useState(record.polarity)
  const [chosen, setChosen] = useState(record.here[0] ?? null)
  const [isChoosing, setChoosing] = useState(chosen === null)
  const told = useKeepTold({ text: record.text, digest, record, from, onFrom: setFrom })
  const skill = findSkill(framework, chosen ?? '')
  const isOther = chosen !== record.here[0] || polarity !== record.polarity
  const isCorrected = isOther || record.judgement === 'corrected'
  const save = (countsAs: number | null) => told.keep({ skill: chosen, polarity, isCorrected, countsAs })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isSameRater = from.who === record.saidBy && from.day === record.saidOn && !isOther
    if (chosen !== null) void save(isSameRater ? (record.counted?.level ?? null) : null).then(onDone)
  }
  return (
    <form className="told-keep stack" onSubmit={submit}>
      <SaidFromFields people={reader.people} from={from} onChange={setFrom} />
      <fieldset className="chooser">
        <legend className="field-label">{toldKeepWords.meant}</legend>
        <div className="choices">
          {(['gap', 'strength'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" checked={polarity === one} onChange={() => setPolarity(one)} />
              <span>{toldKeepWords[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {isChoosing ? (
        <SkillSearch
          framework={framework}
          first={[]}
          onChoose={({ id }) => {
            setChosen(id)
            setChoosing(false)
          }}
        />
      ) : (
        <p className="told-or">
          {skill === undefined ? null : <SkillLink framework={framework} skill={skill} />}
          <button type="button" className="button" data-look="plain" onClick={() => setChoosing(true)}>
            {toldKeepWords.other}
          </button>
        </p>
      )}
      <ProblemLine error={told.error} />
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={chosen === null || told.isBusy}>
          {toldKeepWords.change}
        </button>
        <button type="button" className="button" data-look="plain" onClick={onDone}>
          {toldKeepWords.cancel}
        </button>
      </div>
      {isOther ? null : (
        <ToldFollows
          reader={reader}
          record={record}
          isBusy={told.isBusy}
          onCount={(level) => void save(level)}
        />
      )}
    </form>
  )
}
