// Changes a record: who said it, when, how it was meant, and which skills it is about.
import { type FormEvent, useState } from 'react'
import { MOST_TOLD_SKILLS } from '../../core/feedback/record-feedback.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { SkillSearch } from '../parts/skill-search.tsx'
import { toldKeepWords } from '../words/told.ts'
import { SaidFromFields } from './said-from.tsx'
import { ToldAlso } from './told-also.tsx'
import { ToldFollows } from './told-follows.tsx'
import { fromOfRecord, type ToldReader } from './told-reader.ts'
import { useKeepTold } from './use-keep-told.ts'

interface Props {
  reader: ToldReader
  record: ListedFeedback
  onDone: () => void
}

export function ToldChange({ reader, record, onDone }: Props) {
  const { framework, digest } = reader
  const [from, setFrom] = useState(() => fromOfRecord(record))
  const [polarity, setPolarity] = useState(record.polarity)
  const [chosen, setChosen] = useState<readonly string[]>(record.here)
  const [choosing, setChoosing] = useState<'first' | 'also' | null>(record.here.length === 0 ? 'first' : null)
  const [first, ...also] = chosen
  const told = useKeepTold({ text: record.text, digest, record, from, onFrom: setFrom })
  const skill = findSkill(framework, first ?? '')
  const isOther = first !== record.here[0] || polarity !== record.polarity
  const isCorrected = isOther || chosen.join() !== record.here.join() || record.judgement === 'corrected'
  const save = (countsAs: number | null) => told.keep({ skills: chosen, polarity, isCorrected, countsAs })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isSameRater = from.who === record.saidBy && from.day === record.saidOn && !isOther
    if (chosen.length > 0)
      void save(isSameRater ? (record.counted?.level ?? null) : null).then((isKept) => isKept && onDone())
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
      {choosing !== null ? (
        <SkillSearch
          framework={framework}
          first={[]}
          onChoose={({ id }) => {
            const others = chosen.filter((one) => one !== id)
            setChosen(choosing === 'also' ? [...others, id] : [id, ...others.slice(1)])
            setChoosing(null)
          }}
        />
      ) : (
        <>
          <p className="told-or">
            {skill === undefined ? null : <SkillLink framework={framework} skill={skill} />}
            <button type="button" className="button" data-look="plain" onClick={() => setChoosing('first')}>
              {toldKeepWords.other}
            </button>
            {chosen.length >= MOST_TOLD_SKILLS ? null : (
              <button type="button" className="button" data-look="plain" onClick={() => setChoosing('also')}>
                {toldKeepWords.also}
              </button>
            )}
          </p>
          <ToldAlso
            skills={also.flatMap((id) => findSkill(framework, id) ?? [])}
            onChange={(ids) => setChosen(first === undefined ? ids : [first, ...ids])}
          />
        </>
      )}
      <ProblemLine error={told.error} />
      <div className="actions">
        <button
          type="submit"
          className="button"
          data-look="main"
          disabled={chosen.length === 0 || told.isBusy}
        >
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
