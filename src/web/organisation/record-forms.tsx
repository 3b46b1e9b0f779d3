// Changes somebody's place, name, ids or last day, each from a day on.
import { type FormEvent, useState } from 'react'
import { serverDay } from '../data/today.ts'
import { useFramework } from '../data/use-framework.ts'
import { DayField } from '../parts/day-field.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { TextField } from '../parts/text-field.tsx'
import { RolePicker } from '../role/role-picker.tsx'
import { listWords, recordWords as words } from '../words/organisation.ts'
import { changePersonRecord, type PersonCommand, type PersonRecord } from './api-people-admin.ts'
import { MemberChoice } from './member-choice.tsx'
import { useOrganisationChange } from './organisation-queries.ts'
import { TeamChoice } from './team-choice.tsx'

interface FormProps {
  record: PersonRecord
  isBusy: boolean
  onCommand: (command: PersonCommand) => void
}

export function RecordForms({ record }: { record: PersonRecord }) {
  const change = useOrganisationChange((command: PersonCommand) =>
    changePersonRecord(record.id, command, record.revisionId),
  )
  const props = { record, isBusy: change.isPending, onCommand: change.mutate }
  const hasLeft = record.leftOn !== null && record.leftOn < serverDay()
  return (
    <section className="section no-print">
      <h2>{words.change}</h2>
      <div aria-live="polite">
        {change.data === undefined ? null : (
          <p>{change.data.changeId === null ? words.alreadySo : words.changed}</p>
        )}
        {change.data !== undefined && change.data.others.length > 0 ? (
          <p>{words.others(change.data.others.join(', '))}</p>
        ) : null}
      </div>
      <ProblemLine error={change.error} />
      {hasLeft ? <Return {...props} /> : <Move {...props} />}
      <Disclosure summary={words.leaving}>
        <LastDay {...props} />
      </Disclosure>
      <Disclosure summary={words.rename}>
        <NameAndId {...props} />
      </Disclosure>
    </section>
  )
}

type What = 'team' | 'manager' | 'role'
const WHATS: { what: What; name: string }[] = [
  { what: 'team', name: listWords.team },
  { what: 'manager', name: listWords.manager },
  { what: 'role', name: listWords.role },
]

function Move({ record, isBusy, onCommand }: FormProps) {
  const framework = useFramework()
  const [what, setWhat] = useState<What>('team')
  const [value, setValue] = useState<string | null>(null)
  const [from, setFrom] = useState(serverDay)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (what !== 'role') return onCommand({ kind: what, value, from })
    const role = value === null ? null : { frameworkId: framework.id, role: value }
    onCommand({ kind: 'role', value: role, from })
  }
  return (
    <form className="organisation-form" onSubmit={submit}>
      <fieldset className="field organisation-wide">
        <legend className="field-label">{words.move}</legend>
        <div className="choices">
          {WHATS.map((one) => (
            <label key={one.what} className="choice">
              <input
                type="radio"
                name="what"
                checked={what === one.what}
                onChange={() => {
                  setWhat(one.what)
                  setValue(null)
                }}
              />
              <span>{one.name}</span>
            </label>
          ))}
        </div>
        <p className="field-hint">{words.moveHelp}</p>
      </fieldset>
      {what === 'team' ? (
        <TeamChoice label={words.to} none={listWords.noTeam} value={value} onChange={setValue} />
      ) : what === 'manager' ? (
        <MemberChoice label={words.to} value={value} except={record.id} onChange={setValue} />
      ) : (
        <RolePicker
          framework={framework}
          label={words.to}
          none={listWords.noRole}
          value={value ?? ''}
          onChange={(role) => setValue(role === '' ? null : role)}
        />
      )}
      <DayField label={words.from} value={from} onChange={setFrom} />
      <button
        type="submit"
        className="button"
        {...(value === null ? {} : { 'data-look': 'main' })}
        disabled={isBusy}
      >
        {value === null ? words.endIt[what] : words.save}
      </button>
    </form>
  )
}

function Return({ isBusy, onCommand }: FormProps) {
  const [from, setFrom] = useState(serverDay)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCommand({ kind: 'return', from })
  }
  return (
    <form className="organisation-form" onSubmit={submit}>
      <p className="quiet organisation-wide">{words.returnHelp}</p>
      <DayField label={words.returnFrom} value={from} onChange={setFrom} />
      <button type="submit" className="button" disabled={isBusy}>
        {words.returnDo}
      </button>
    </form>
  )
}

function LastDay({ record, isBusy, onCommand }: FormProps) {
  const [lastDay, setLastDay] = useState(record.leftOn ?? serverDay())
  const [atOnce, setAtOnce] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCommand({ kind: 'leave', lastDay, atOnce: atOnce && lastDay <= serverDay() })
  }
  const mayStay = record.leftOn !== null && record.leftOn >= serverDay()
  return (
    <form className="organisation-form" onSubmit={submit}>
      <p className="quiet organisation-wide">{words.leavingHelp}</p>
      <DayField label={words.lastDay} value={lastDay} onChange={setLastDay} />
      {lastDay <= serverDay() ? (
        <label className="tick organisation-wide">
          <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
          {words.atOnce}
        </label>
      ) : null}
      <div className="actions organisation-wide">
        <button type="submit" className="button" disabled={isBusy}>
          {words.leaveDo}
        </button>
        {mayStay ? (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => onCommand({ kind: 'stay' })}
          >
            {words.stay}
          </button>
        ) : null}
      </div>
    </form>
  )
}

function NameAndId({ record, isBusy, onCommand }: FormProps) {
  const [displayName, setName] = useState(record.displayName)
  const [externalId, setId] = useState(record.externalId ?? '')
  return (
    <div className="stack">
      <form
        className="organisation-form"
        onSubmit={(event) => {
          event.preventDefault()
          onCommand({ kind: 'name', displayName })
        }}
      >
        <TextField label={listWords.name} value={displayName} onChange={setName} />
        <button type="submit" className="button" disabled={isBusy || displayName.trim() === ''}>
          {words.renameDo}
        </button>
      </form>
      <form
        className="organisation-form"
        onSubmit={(event) => {
          event.preventDefault()
          const id = externalId.trim()
          onCommand({ kind: 'key', userName: record.userName, externalId: id === '' ? null : id })
        }}
      >
        <TextField label={words.keyId} hint={words.keyHelp} value={externalId} onChange={setId} />
        <button type="submit" className="button" disabled={isBusy}>
          {words.keyDo}
        </button>
      </form>
    </div>
  )
}
