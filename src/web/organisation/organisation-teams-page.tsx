// The teams of the organisation: added, renamed, put under another, ended.
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api.ts'
import { serverDay } from '../data/today.ts'
import { useOnce } from '../data/use-once.ts'
import { DayField } from '../parts/day-field.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { TextField } from '../parts/text-field.tsx'
import { dateWords } from '../words/date.ts'
import { organisationWords, teamAdminWords as words } from '../words/organisation.ts'
import { addTeam, changeTeam, type NewTeam, type TeamEntry } from './api-people-admin.ts'
import { KeepersOnly } from './keepers-only.tsx'
import { OrganisationLink } from './organisation-link.tsx'
import { teamsQuery, useOrganisationChange } from './organisation-queries.ts'
import { TeamChoice } from './team-choice.tsx'
import './organisation.css'

export function OrganisationTeamsPage() {
  return (
    <KeepersOnly>
      <div className="organisation">
        <PageHead title={organisationWords.teams} eyebrow={<OrganisationLink />}>
          <p className="quiet">{organisationWords.keepersNote}</p>
        </PageHead>
        <Teams />
        <section className="section">
          <h2>{words.add}</h2>
          <AddTeam />
        </section>
      </div>
    </KeepersOnly>
  )
}

function Teams() {
  const teams = useSuspenseQuery(teamsQuery).data
  const there = teams.filter(({ endedOn }) => endedOn === null)
  const ended = teams.filter(({ endedOn }) => endedOn !== null)
  return (
    <section className="section" aria-label={organisationWords.teams}>
      {teams.length === 0 ? <p>{words.nothing}</p> : null}
      {[...there, ...ended].map((team) => (
        <Team key={team.id} team={team} all={teams} />
      ))}
    </section>
  )
}

function Team({ team, all }: { team: TeamEntry; all: readonly TeamEntry[] }) {
  const parent = all.find(({ id }) => id === team.parentId)
  const facts = [
    ...(parent === undefined ? [] : [words.partOf(parent.name)]),
    ...(team.endedOn === null ? [] : [words.ended(dateWords.day(team.endedOn))]),
  ]
  return (
    <Disclosure
      summary={
        <>
          {team.name} <span className="small quiet">{facts.join(', ')}</span>
        </>
      }
    >
      <TeamForm team={team} />
    </Disclosure>
  )
}

interface TeamTyped {
  name?: string
  parentId?: string | null
}

function TeamForm({ team }: { team: TeamEntry }) {
  // Apart from the team, so that it stays when the team is read anew, because somebody else changed it meanwhile.
  const [typed, setTyped] = useState<TeamTyped>({})
  const put = (part: TeamTyped) => setTyped((before) => ({ ...before, ...part }))
  const { name, parentId } = { ...team, ...typed }
  const change = useOrganisationChange(changeTeam)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ ...team, ...typed }, { onSuccess: () => setTyped({}) })
  }
  return (
    <div className="stack">
      <form className="organisation-form" onSubmit={submit} aria-label={words.edit(team.name)}>
        <TextField label={words.name} value={name} onChange={(text) => put({ name: text })} />
        <TeamChoice
          label={words.parent}
          none={words.none}
          value={parentId}
          except={team.id}
          onChange={(parent) => put({ parentId: parent })}
        />
        <button type="submit" className="button" disabled={change.isPending}>
          {words.save}
        </button>
      </form>
      <EndOrGoOn
        team={team}
        isBusy={change.isPending}
        onChange={(endedOn) => change.mutate({ ...team, endedOn })}
      />
      {isOutdated(change.error) ? (
        <p className="field-error" role="alert">
          {words.meanwhile(team.name)}
        </p>
      ) : (
        <ProblemLine error={change.error} />
      )}
    </div>
  )
}

function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 412
}

function EndOrGoOn(props: { team: TeamEntry; isBusy: boolean; onChange: (endedOn: string | null) => void }) {
  const { team, isBusy, onChange } = props
  const [endedOn, setEndedOn] = useState(serverDay)
  if (team.endedOn !== null)
    return (
      <button type="button" className="button" disabled={isBusy} onClick={() => onChange(null)}>
        {words.again}
      </button>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange(endedOn)
  }
  return (
    <form className="organisation-form" onSubmit={submit}>
      <DayField label={words.end} value={endedOn} onChange={setEndedOn} />
      <button type="submit" className="button" disabled={isBusy}>
        {words.endDo}
      </button>
    </form>
  )
}

function AddTeam() {
  const [name, setName] = useState('')
  const [parentId, setParentId] = useState<string | null>(null)
  const once = useOnce()
  const add = useOrganisationChange((team: NewTeam) => once(team, (key) => addTeam(team, key)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') add.mutate({ name, parentId }, { onSuccess: () => setName('') })
  }
  return (
    <>
      <form className="organisation-form" onSubmit={submit}>
        <TextField label={words.name} value={name} onChange={setName} />
        <TeamChoice label={words.parent} none={words.none} value={parentId} onChange={setParentId} />
        <button type="submit" className="button" disabled={add.isPending || name.trim() === ''}>
          {words.addDo}
        </button>
      </form>
      <ProblemLine error={add.error} />
    </>
  )
}
