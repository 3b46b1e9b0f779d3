// What the framework's owner does: open rounds, and write cases; each open round is closed beside what it is about.
import { type FormEvent, useId, useState } from 'react'
import { useFramework } from '../data/use-framework.ts'
import { useOnce } from '../data/use-once.ts'
import { taken } from '../opportunity/use-planner.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { calibrationWords as words } from '../words/calibration.ts'
import { type CalibrationData, closeRound, endCase, openRound, writeCase } from './api-calibration.ts'

interface Props {
  data: CalibrationData
  act: (work: () => Promise<unknown>, then?: { onSuccess: () => void }) => void
  isBusy: boolean
}

export function CalibrationOwner({ data, act, isBusy }: Props) {
  return (
    <section className="section stack-s">
      <h2>{words.openRound}</h2>
      <OpenForm data={data} act={act} isBusy={isBusy} />
      <Disclosure summary={words.ownCases}>
        <CaseForm act={act} isBusy={isBusy} />
      </Disclosure>
    </section>
  )
}

/** At the head of the round that it closes. */
export function CloseCalibration({ roundId, act, isBusy }: { roundId: string } & Omit<Props, 'data'>) {
  return (
    <Disclosure summary={words.close}>
      <p>{words.closeAbout}</p>
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => act(() => taken(closeRound(roundId)))}
      >
        {words.close}
      </button>
    </Disclosure>
  )
}

function OpenForm({ data, act, isBusy }: Props) {
  const id = useId()
  const once = useOnce()
  const [purpose, setPurpose] = useState('')
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = data.cases.filter((one) => !left.includes(one.id)).map((one) => one.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = { purpose: purpose.trim(), cases: chosen }
    act(() => taken(once(asked, (key) => openRound(asked, key))), { onSuccess: () => setPurpose('') })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-purpose`}>{words.purpose}</label>
        <input
          id={`${id}-purpose`}
          className="input"
          required
          minLength={10}
          maxLength={500}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
        <p className="field-hint">{words.purposeHint}</p>
      </div>
      <fieldset className="field">
        <legend className="field-label">{words.cases}</legend>
        {data.cases.map((one) => (
          <div key={one.id} className="work-line">
            <label className="work-tick">
              <input
                type="checkbox"
                checked={!left.includes(one.id)}
                onChange={(event) =>
                  setLeft(event.target.checked ? left.filter((each) => each !== one.id) : [...left, one.id])
                }
              />
              <span>
                {one.title} {one.own ? <span className="small quiet">({words.own})</span> : null}
              </span>
            </label>
            {one.own ? (
              <button
                type="button"
                className="button"
                data-look="plain"
                disabled={isBusy}
                aria-label={`${words.takeOff}: ${one.title}`}
                onClick={() => act(() => taken(endCase(one.id)))}
              >
                {words.takeOff}
              </button>
            ) : null}
          </div>
        ))}
      </fieldset>
      <button type="submit" className="button" data-look="main" disabled={isBusy || chosen.length === 0}>
        {words.open}
      </button>
    </form>
  )
}

function CaseForm({ act, isBusy }: Omit<Props, 'data'>) {
  const id = useId()
  const once = useOnce()
  const framework = useFramework()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [skills, setSkills] = useState<string[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const done = () => {
      setTitle('')
      setText('')
      setSkills([])
    }
    const written = { title: title.trim(), text: text.trim(), skills }
    act(() => taken(once(written, (key) => writeCase(written, key))), { onSuccess: done })
  }
  return (
    <form className="stack-s" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-title`}>{words.caseTitle}</label>
        <input
          id={`${id}-title`}
          className="input"
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{words.caseText}</label>
        <textarea
          id={`${id}-text`}
          className="input"
          required
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="field-hint">{words.caseHint}</p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-skills`}>{words.caseSkills}</label>
        <select
          id={`${id}-skills`}
          className="select calibration-skills"
          multiple
          required
          value={skills}
          onChange={(event) =>
            setSkills([...event.target.selectedOptions].map((one) => one.value).slice(0, 5))
          }
        >
          {framework.skills
            .filter((skill) => !skill.private)
            .map((skill) => (
              <option key={skill.id} value={skill.id}>
                {skill.name}
              </option>
            ))}
        </select>
      </div>
      <button type="submit" className="button" disabled={isBusy}>
        {words.keepCase}
      </button>
    </form>
  )
}
