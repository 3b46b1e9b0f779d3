// Reminders by one's own calendar program: which, when, as a file or from a secret address.

import { useId } from 'react'
import { FIRST_CHOICES, type ReminderChoices } from '../../core/reminder/reminder.ts'
import { useKind, useSession } from '../data/use-session.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { reminderWords } from '../words/check-in.ts'
import { useReminder } from './use-reminder.ts'

export function Reminders() {
  const { known, choose, makeLink, stopLink } = useReminder()
  const kind = useKind()
  if (known === undefined) return null
  const choices = choose.isPending ? choose.variables : (known?.choices ?? FIRST_CHOICES)
  return (
    <div className="stack">
      <p>{reminderWords.lead}</p>
      <Choices choices={choices} isBusy={choose.isPending} onChoose={(wished) => choose.mutate(wished)} />
      <div className="stack-s">
        <p>
          <a className="button" href="/api/reminders.ics" download>
            {reminderWords.file}
          </a>
        </p>
        <p className="small quiet">{reminderWords.fileHint}</p>
      </div>
      <div className="stack-s">
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={makeLink.isPending}
            onClick={() => makeLink.mutate()}
          >
            {known?.hasLink ? reminderWords.linkAgain : reminderWords.link}
          </button>
          {known?.hasLink ? (
            <button
              type="button"
              className="button"
              data-look="plain"
              disabled={stopLink.isPending}
              onClick={() => stopLink.mutate(undefined, { onSuccess: () => makeLink.reset() })}
            >
              {reminderWords.stop}
            </button>
          ) : null}
        </div>
        <Address url={makeLink.data?.url ?? null} hasLink={known?.hasLink ?? false} />
        <p className="small quiet">
          {kind === undefined ? null : reminderWords.linkHint[kind]} <WhoCanSee of="reminder" />
        </p>
        {stopLink.isSuccess && !known?.hasLink ? <p role="status">{reminderWords.stopped}</p> : null}
      </div>
      <ProblemLine error={choose.error ?? makeLink.error ?? stopLink.error} />
    </div>
  )
}

function Address({ url, hasLink }: { url: string | null; hasLink: boolean }) {
  const id = useId()
  if (!hasLink) return null
  if (url === null) return <p className="small">{reminderWords.hasLink}</p>
  return (
    <div className="field">
      <label htmlFor={id}>{reminderWords.url}</label>
      <input
        id={id}
        className="input"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <CopyButton text={url} />
      </div>
    </div>
  )
}

interface ChoicesProps {
  choices: ReminderChoices
  isBusy: boolean
  onChoose: (choices: ReminderChoices) => void
}

function Choices({ choices, isBusy, onChoose }: ChoicesProps) {
  const session = useSession()
  const { week } = choices
  const usual = week ?? FIRST_CHOICES.week ?? { weekday: 1, time: '10:00' }
  const weekWith = (change: Partial<typeof usual>) => onChoose({ ...choices, week: { ...usual, ...change } })
  return (
    <fieldset className="stack-s reminder-choices" aria-busy={isBusy}>
      <legend className="visually-hidden">{reminderWords.which}</legend>
      <div className="reminder-week">
        <label className="tool-switch">
          <input
            type="checkbox"
            checked={week !== null}
            onChange={(event) => onChoose({ ...choices, week: event.target.checked ? usual : null })}
          />
          <span>{reminderWords.week}</span>
        </label>
        <select
          className="select"
          aria-label={reminderWords.weekday}
          value={usual.weekday}
          disabled={week === null}
          onChange={(event) => weekWith({ weekday: Number(event.target.value) })}
        >
          {reminderWords.weekdays.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </select>
        <input
          className="input"
          type="time"
          required
          aria-label={reminderWords.time}
          key={usual.time}
          defaultValue={usual.time}
          disabled={week === null}
          onBlur={(event) => {
            const time = event.target.value
            if (time !== '' && time !== usual.time) weekWith({ time })
          }}
        />
      </div>
      <label className="tool-switch">
        <input
          type="checkbox"
          checked={choices.plan}
          onChange={(event) => onChoose({ ...choices, plan: event.target.checked })}
        />
        <span>{reminderWords.plan}</span>
      </label>
      <label className="tool-switch">
        <input
          type="checkbox"
          checked={choices.longView}
          onChange={(event) => onChoose({ ...choices, longView: event.target.checked })}
        />
        <span>{reminderWords.longView}</span>
      </label>
      {session?.kind === 'team' ? (
        <label className="tool-switch">
          <input
            type="checkbox"
            checked={choices.asked !== false}
            onChange={(event) => onChoose({ ...choices, asked: event.target.checked })}
          />
          <span>{reminderWords.asked}</span>
        </label>
      ) : null}
    </fieldset>
  )
}
