// Begins a talk: with whom, on which day, about whom.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { BeginConversation } from '../../core/conversation/begin-conversation.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { today } from '../data/today.ts'
import { useMe } from '../data/use-me.ts'
import { useKind } from '../data/use-session.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import type { Named } from '../round/api-rounds.ts'
import { talkWords } from '../words/talk.ts'
import { useColleagueNames } from './use-colleague-names.ts'
import { useBeginTalk } from './use-talks.ts'

interface Props {
  all: readonly Conversation[]
  people: readonly KeptPerson[]
  /** Whoever reports to the reader. */
  reports: readonly Named[]
  /** Whom a link asked for. */
  preset: KeptPerson | undefined
  /** What the link said; the name of somebody who reports to the reader, where it is nobody whom they keep. */
  name: string | undefined
}

export function TalkBegin({ all, people, reports, preset, name: asksFor }: Props) {
  const id = useId()
  const navigate = useNavigate()
  const begin = useBeginTalk(useMe().framework.digest, all)
  const [asked, setAsked] = useState<BeginConversation>(() => ({
    heldOn: today(),
    about: 'me',
    personId: null,
    withWhom: '',
    ...(preset === undefined && asksFor !== undefined ? { withWhom: asksFor, about: 'them' } : {}),
    ...withPerson(preset),
  }))
  const isTeam = useKind() === 'team'
  const colleagues = useColleagueNames(asked.withWhom, people, reports)
  const put = (part: Partial<BeginConversation>) => setAsked((before) => ({ ...before, ...part }))
  const name = (withWhom: string) => {
    const [person, another] = people.filter((one) => one.displayName === withWhom.trim())
    const isReport = reports.some((one) => one.name === withWhom.trim())
    put({
      personId: null,
      ...(isReport ? { about: 'them' } : {}),
      ...withPerson(another === undefined ? person : undefined),
      withWhom,
    })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (begin.isPending) return
    begin.mutate(asked, { onSuccess: (talk) => navigate({ to: '/talks/$id', params: { id: talk } }) })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div className="talk-fields">
        <div className="field">
          <label htmlFor={`${id}-whom`}>{talkWords.whom}</label>
          <input
            id={`${id}-whom`}
            className="input"
            autoComplete="off"
            required
            maxLength={200}
            list={`${id}-people`}
            aria-describedby={`${id}-hint`}
            value={asked.withWhom}
            onChange={(event) => name(event.target.value)}
          />
          <datalist id={`${id}-people`}>
            {people.map((person) => (
              <option key={person.id} value={person.displayName} />
            ))}
            {colleagues.map((colleague) => (
              <option key={colleague} value={colleague} />
            ))}
          </datalist>
          <p id={`${id}-hint`} className="field-hint">
            {isTeam ? talkWords.whomHintInTeam : talkWords.whomHint}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-day`}>{talkWords.when}</label>
          <input
            id={`${id}-day`}
            type="date"
            className="input"
            required
            value={asked.heldOn}
            onChange={(event) => put({ heldOn: event.target.value })}
          />
        </div>
      </div>
      <fieldset className="field">
        <legend className="field-label">{talkWords.aboutLegend}</legend>
        <div className="choices">
          {(['me', 'them'] as const).map((about) => (
            <label key={about} className="choice">
              <input
                type="radio"
                name={`${id}-about`}
                checked={asked.about === about}
                onChange={() => put({ about })}
              />
              <span>{talkWords.about[about]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="button" data-look="main" disabled={begin.isPending}>
        {talkWords.start}
      </button>
      <ProblemLine error={begin.error} />
    </form>
  )
}

/** With a report one talks about them; with everybody else about oneself. */
function withPerson(person: KeptPerson | undefined): Partial<BeginConversation> {
  if (person === undefined) return {}
  const { id: personId, displayName: withWhom, relation } = person
  return { personId, withWhom, about: relation === 'report' ? 'them' : 'me' }
}
