// Everybody on the organisation's list, by name, fifty at a time; and adding somebody.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { serverDay } from '../data/today.ts'
import { useFramework } from '../data/use-framework.ts'
import { useOnce } from '../data/use-once.ts'
import { DayField } from '../parts/day-field.tsx'
import { Fold } from '../parts/fold.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { TextField } from '../parts/text-field.tsx'
import { RolePicker } from '../role/role-picker.tsx'
import { roleName } from '../words/names.ts'
import { organisationWords, listWords as words } from '../words/organisation.ts'
import type { Member } from './api-organisation.ts'
import { addOrganisationPerson, listOrganisationPeople, type NewPerson } from './api-people-admin.ts'
import { KeepersOnly } from './keepers-only.tsx'
import { leaveWords } from './leave-words.ts'
import { MemberChoice } from './member-choice.tsx'
import { OrganisationLink } from './organisation-link.tsx'
import { ORGANISATION, useOrganisationChange } from './organisation-queries.ts'
import { TeamChoice } from './team-choice.tsx'
import './organisation.css'

/** As many as the server sends. */
const PAGE = 50

export function OrganisationPeoplePage() {
  return (
    <KeepersOnly>
      <div className="organisation">
        <PageHead title={organisationWords.people} eyebrow={<OrganisationLink />}>
          <p className="quiet">{organisationWords.keepersNote}</p>
        </PageHead>
        <div className="no-print">
          <Fold as="h2" title={words.add}>
            <p className="quiet">
              {words.addHelp} <Link to="/organisation/file">{words.many}</Link>
            </p>
            <Add />
          </Fold>
        </div>
        <List />
      </div>
    </KeepersOnly>
  )
}

function List() {
  const [find, setFind] = useState('')
  const [left, setLeft] = useState(false)
  const [skip, setSkip] = useState(0)
  const wanted = { find: useDeferredValue(find.trim()), left, skip }
  const { data: page, error } = useQuery({
    queryKey: [ORGANISATION, 'people', wanted],
    queryFn: () => listOrganisationPeople(wanted),
    placeholderData: (before) => before,
  })
  return (
    <section className="stack organisation-after" aria-label={organisationWords.people}>
      <div className="organisation-form">
        <TextField
          label={words.find}
          value={find}
          onChange={(text) => {
            setFind(text)
            setSkip(0)
          }}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={left}
            onChange={(event) => {
              setLeft(event.target.checked)
              setSkip(0)
            }}
          />
          {words.left}
        </label>
      </div>
      <ProblemLine error={error} />
      <p className="small quiet" aria-live="polite">
        {page === undefined ? '' : words.shown(skip + 1, skip + page.people.length, page.total)}
      </p>
      <ul className="organisation-list">
        {page?.people.map((member) => (
          <PersonLine key={member.id} member={member} />
        ))}
      </ul>
      <div className="actions">
        {skip > 0 ? (
          <button type="button" className="button" onClick={() => setSkip(skip - PAGE)}>
            {words.earlier}
          </button>
        ) : null}
        {page !== undefined && skip + PAGE < page.total ? (
          <button type="button" className="button" onClick={() => setSkip(skip + PAGE)}>
            {words.further}
          </button>
        ) : null}
      </div>
    </section>
  )
}

function PersonLine({ member }: { member: Member }) {
  const framework = useFramework()
  const facts = [
    ...member.teams.map(({ name }) => name),
    ...(member.role === null ? [] : [roleName(framework, member.role.role)]),
    ...(member.leftOn === null ? [] : [leaveWords(member.leftOn)]),
  ]
  return (
    <li>
      <span>
        <Link to="/organisation/person/$id" params={{ id: member.id }}>
          {member.displayName}
        </Link>
      </span>
      <span className="small quiet">{facts.join(', ')}</span>
    </li>
  )
}

const NOBODY = { displayName: '', teamId: null, managerId: null, role: null }

function Add() {
  const framework = useFramework()
  const [person, setPerson] = useState<NewPerson>({ ...NOBODY, from: serverDay() })
  const once = useOnce()
  const put = (part: Partial<NewPerson>) => setPerson((all) => ({ ...all, ...part }))
  const add = useOrganisationChange((given: NewPerson) =>
    once(given, (key) => addOrganisationPerson(given, key)),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (person.displayName.trim() === '') return
    add.mutate(person, { onSuccess: () => put({ displayName: '' }) })
  }
  return (
    <>
      <form className="organisation-form" onSubmit={submit}>
        <TextField
          label={words.name}
          value={person.displayName}
          onChange={(displayName) => put({ displayName })}
        />
        <DayField label={words.from} value={person.from} onChange={(from) => put({ from })} />
        <TeamChoice
          label={words.team}
          none={words.noTeam}
          value={person.teamId}
          onChange={(teamId) => put({ teamId })}
        />
        <MemberChoice
          label={words.manager}
          value={person.managerId}
          onChange={(managerId) => put({ managerId })}
        />
        <RolePicker
          framework={framework}
          label={words.role}
          none={words.noRole}
          value={person.role?.role ?? ''}
          onChange={(role) => put({ role: role === '' ? null : { frameworkId: framework.id, role } })}
        />
        <button
          type="submit"
          className="button"
          data-look="main"
          disabled={add.isPending || person.displayName.trim() === ''}
        >
          {words.addDo}
        </button>
      </form>
      <p aria-live="polite">
        {add.data === undefined ? null : (
          <>
            {words.added(add.data.person.displayName)}{' '}
            <Link to="/organisation/person/$id" params={{ id: add.data.person.id }}>
              {words.open}
            </Link>
          </>
        )}
      </p>
      <ProblemLine error={add.error} />
    </>
  )
}
