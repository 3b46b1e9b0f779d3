// What the organisation keeps about somebody: for themselves to read, and for administrators of people to change.

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { InviteMember } from '../account/invite-member.tsx'
import { ApiError } from '../api.ts'
import { OwnRecord } from '../audit/own-record.tsx'
import { serverDay } from '../data/today.ts'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Missing, Trouble } from '../parts/trouble.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { inviteWords } from '../words/account.ts'
import { dateWords } from '../words/date.ts'
import { organisationWords, scopeWords, recordWords as words } from '../words/organisation.ts'
import { eraseWords } from '../words/record.ts'
import type { PersonRecord } from './api-people-admin.ts'
import { ExportNotices } from './export-notices.tsx'
import { keepsPeople } from './keeps-people.ts'
import { OrganisationLink } from './organisation-link.tsx'
import { recordQuery } from './organisation-queries.ts'
import { RecordChanges } from './record-changes.tsx'
import { RecordForms } from './record-forms.tsx'
import './organisation.css'

export function OrganisationPersonPage() {
  const { id } = useParams({ from: '/organisation/person/$id' })
  return <RecordPage id={id} />
}

export function OrganisationMePage() {
  const session = useSession()
  if (session === undefined) return null
  return session.kind === 'team' ? <RecordPage id={session.personId} /> : <Missing />
}

function RecordPage({ id }: { id: string }) {
  const session = useSession()
  const { data: record, error } = useQuery({ ...recordQuery(id), enabled: session?.kind === 'team' })
  if (session === undefined) return null
  if (session.kind !== 'team') return <Missing />
  if (record === undefined) {
    if (error === null) return null
    const isMissing = error instanceof ApiError && error.problem.status === 404
    return isMissing ? <Missing /> : <Trouble error={error} />
  }
  const isMine = id === session.personId
  const mayChange = keepsPeople(session)
  return (
    <div className="organisation">
      <PageHead
        title={isMine ? organisationWords.mine : record.displayName}
        eyebrow={isMine ? record.displayName : <OrganisationLink />}
      >
        {isMine ? <p className="lead">{words.mineLead}</p> : null}
        <Leave record={record} />
      </PageHead>
      <Lines record={record} />
      <Readers isMine={isMine} />
      {mayChange ? <RecordForms key={record.id} record={record} /> : null}
      <RecordChanges record={record} mayUndo={mayChange} />
      {isMine ? <ExportNotices /> : null}
      {isMine ? <OwnRecord /> : null}
      {mayChange && !isMine ? <LetThemIn record={record} /> : null}
      {mayChange && !isMine ? <EraseThem record={record} /> : null}
    </div>
  )
}

function Leave({ record }: { record: PersonRecord }) {
  const { leftOn, closedAt } = record
  if (leftOn === null) return null
  const day = dateWords.day(leftOn)
  return (
    <p>
      {leftOn < serverDay() ? words.hasLeft(day) : words.willLeave(day)}{' '}
      {closedAt === null ? null : words.closed(dateWords.minute(closedAt))}
    </p>
  )
}

function Lines({ record }: { record: PersonRecord }) {
  const { lines, externalId, userName, administers } = record
  const ids = [
    ...(externalId === null ? [] : [words.id(externalId)]),
    ...(userName === null ? [] : [words.userName(userName)]),
  ]
  return (
    <section className="section">
      <h2>{words.now}</h2>
      {lines.length === 0 ? (
        <p>{words.noLines}</p>
      ) : (
        <table className="organisation-table record-table">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.until}</th>
            </tr>
          </thead>
          <tbody>
            {lines.toReversed().map((line) => (
              <tr key={line.id}>
                <td>{line.says}</td>
                <td className="day">{dateWords.day(line.from)}</td>
                <td className="day">{line.until === null ? words.goesOn : dateWords.day(line.until)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ids.length === 0 ? null : <p>{words.ids(ids.join(', '))}</p>}
      {administers.length === 0 ? null : (
        <p>
          {words.administers}: {administers.map(({ scope }) => scopeWords[scope].name).join(', ')}
        </p>
      )}
    </section>
  )
}

/**
 * Nobody but whose account it is knows whether somebody has come in already, and so this is offered for everybody who is
 * still here; it is also the way back for who has lost every way in.
 */
function LetThemIn({ record: { id, displayName, leftOn } }: { record: PersonRecord }) {
  if (leftOn !== null && leftOn < serverDay()) return null
  return (
    <section className="section stack-s no-print">
      <h2>{inviteWords.title}</h2>
      <p>{inviteWords.about}</p>
      <div className="stack-s">
        <InviteMember person={{ id, displayName }} />
      </div>
    </section>
  )
}

/** Only somebody whose last day has passed. */
function EraseThem({ record: { id, displayName, leftOn } }: { record: PersonRecord }) {
  if (leftOn === null || leftOn >= serverDay()) return null
  return (
    <section className="section no-print">
      <h2>{eraseWords.open}</h2>
      <p>{eraseWords.openAbout}</p>
      <p>
        <Link to="/organisation/erase/$id" params={{ id }}>
          {eraseWords.openDo(displayName)}
        </Link>
      </p>
    </section>
  )
}

function Readers({ isMine }: { isMine: boolean }) {
  const readers = isMine ? words.readers : words.theirReaders
  return (
    <section className="section">
      <h2>{words.whoReads}</h2>
      <ul className="marked-list">
        <li>{readers.line}</li>
        <li>
          {readers.role} {isMine ? <WhoCanSee of="heldRole" shared /> : null}
        </li>
        <li>
          {readers.rest} {isMine ? <WhoCanSee of="memberRecord" shared /> : null}
        </li>
      </ul>
    </section>
  )
}
