// What a manager was about to say: marked as feedback is, read as what one was told is, and turned into what can be seen.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { NO_FEEDBACK } from '../../core/composing/feedback-draft.ts'
import { correctionsOf } from '../../core/feedback/corrections-of.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { TeamPerson } from '../../core/team-map/team-map.ts'
import { useMe } from '../data/use-me.ts'
import { StillToCome } from '../parts/later.tsx'
import { OnlyYou } from '../parts/only-you.tsx'
import { Reading } from '../parts/reading.tsx'
import { RolePicker } from '../role/role-picker.tsx'
import { MarkedField } from '../say/marked-field.tsx'
import { SayMark } from '../say/say-mark.tsx'
import { useMarks } from '../say/use-say.ts'
import { presetRole } from '../start/preset-role.ts'
import { feedbackQuery } from '../told/use-feedback.ts'
import { useTold } from '../told/use-told.ts'
import { preparedWords as words } from '../words/preparation.ts'
import { sayWords } from '../words/say.ts'
import { toldWords } from '../words/told.ts'
import { PreparePart } from './prepare-part.tsx'
import { keepPrepared, readPrepared } from './prepared-words.ts'
import '../say/say.css'
import '../told/told.css'

interface Props {
  framework: Framework
  digest: string
  person: TeamPerson
}

/** One sentence, or a few: more than that is not what somebody says in a talk. */
const MOST_PARTS = 6

export function PrepareSay({ framework, digest, person }: Props) {
  const about = { writerId: useMe().person.id, personId: person.id }
  const [text, setText] = useState(() => readPrepared(about))
  const [cleared, setCleared] = useState('')
  const [role, setRole] = useState(person.role ?? presetRole(framework))
  const put = (next: string) => {
    keepPrepared(about, next)
    setText(next)
  }
  return (
    <section className="section stack prepare-say no-print">
      <h2>{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      {person.role === null ? (
        <RolePicker framework={framework} label={words.role(person.name)} value={role} onChange={setRole} />
      ) : null}
      <Written framework={framework} role={role} text={text} onChange={put} />
      <p className="small quiet">
        {words.kept} <OnlyYou />
      </p>
      <div className="actions">
        {text === '' ? null : (
          <button
            type="button"
            className="button"
            data-look="plain"
            onClick={() => {
              setCleared(text)
              put('')
            }}
          >
            {words.clear}
          </button>
        )}
        {text === '' && cleared !== '' ? (
          <button type="button" className="button" data-look="plain" onClick={() => put(cleared)}>
            {sayWords.undo}
          </button>
        ) : null}
      </div>
      {text.trim() === '' ? null : <Read {...{ framework, digest, person, role, text }} />}
    </section>
  )
}

/** The field with its marks; what is missing as an occasion or a consequence is named below it. */
function Written(props: {
  framework: Framework
  role: string
  text: string
  onChange: (text: string) => void
}) {
  const { framework, role, text, onChange } = props
  const content = useMemo(
    () => ({ ...NO_FEEDBACK, role, parts: { ...NO_FEEDBACK.parts, behaviour: text } }),
    [role, text],
  )
  const marks = useMarks(framework, content)
  // What comes next is what this part of the page is about: that it is missing need not be said.
  const missing = marks.filter((mark) => mark.words === '' && mark.rule !== 'no-next-step')
  return (
    <>
      <MarkedField
        label={words.field}
        hint={words.hint}
        text={text}
        marks={marks.filter((mark) => mark.words !== '')}
        onChange={onChange}
      />
      {missing.length > 0 ? (
        <ul className="say-marks" aria-label={sayWords.missing}>
          {missing.map((mark) => (
            <SayMark key={mark.rule} mark={mark} onJump={null} />
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Read({ text, framework, ...props }: Props & { role: string; text: string }) {
  const { records } = useSuspenseQuery(feedbackQuery).data
  const corrections = useMemo(() => correctionsOf(records), [records])
  const state = useTold(framework, useDeferredValue(text), corrections)
  const { parts } = state
  return (
    <div className="stack told">
      <Reading hidden>{parts.length > 0 ? toldWords.counted(toldWords.sentences(parts.length)) : ''}</Reading>
      {state.failed ? (
        <p className="field-error" role="alert">
          {words.failed}
        </p>
      ) : null}
      {state.text === text ? null : <p className="small quiet told-wait">{toldWords.waiting}</p>}
      {state.text === text && state.read === 1 ? null : <StillToCome />}
      {parts.slice(0, MOST_PARTS).map((part) => (
        <PreparePart key={part.start} {...props} framework={framework} part={part} />
      ))}
      {parts.length > MOST_PARTS ? <p className="small quiet">{words.more(MOST_PARTS)}</p> : null}
    </div>
  )
}
