// The record: what was done to the organisation, line by line, and whether it is whole. For administrators of the audit.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { READABLE_KINDS, type ReadableKind } from '../../core/audit/readable.ts'
import { useSession } from '../data/use-session.ts'
import { keepsPeople } from '../organisation/keeps-people.ts'
import { MemberChoice } from '../organisation/member-choice.tsx'
import { OrganisationLink } from '../organisation/organisation-link.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Missing } from '../parts/trouble.tsx'
import { recordPageWords as words } from '../words/record.ts'
import { type RecordFilter, readRecord } from './api-record.ts'
import { AuditCheck } from './audit-check.tsx'
import { RecordLines } from './record-lines.tsx'
import '../organisation/organisation.css'

export function OrganisationAuditPage() {
  const session = useSession()
  if (session === undefined) return null
  if (session.kind !== 'team' || !session.adminOf.includes('audit')) return <Missing />
  return (
    <div className="organisation">
      <PageHead title={words.title} eyebrow={<OrganisationLink />}>
        <p className="lead">{words.lead}</p>
        <p className="quiet">
          {words.notIn} {words.readers}
        </p>
      </PageHead>
      <AuditCheck />
      <Lines />
    </div>
  )
}

/** The filter stands in the address bar, so that what was found can be linked, loaded again and gone back to. */
function Lines() {
  const { by = null, kind = null, from = '', until = '' } = useSearch({ from: '/organisation/audit' })
  const navigate = useNavigate()
  const filter: RecordFilter = { by, kind, from, until }
  const setFilter = (next: RecordFilter) =>
    navigate({
      to: '/organisation/audit',
      search: {
        by: next.by ?? undefined,
        kind: next.kind ?? undefined,
        from: next.from || undefined,
        until: next.until || undefined,
      },
      resetScroll: false,
    })
  const pages = useInfiniteQuery({
    queryKey: ['record', filter],
    queryFn: ({ pageParam }) => readRecord(filter, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
  const lines = pages.data?.pages.flatMap((page) => page.lines)
  return (
    <section className="section" aria-label={words.lines}>
      <h2>{words.lines}</h2>
      <Filter filter={filter} onChange={setFilter} />
      <ProblemLine error={pages.error} />
      {lines === undefined ? null : <RecordLines lines={lines} none={words.none} />}
      {pages.hasNextPage ? (
        <button
          type="button"
          className="button no-print"
          disabled={pages.isFetchingNextPage}
          onClick={() => pages.fetchNextPage()}
        >
          {pages.isFetchingNextPage ? words.reading : words.earlier}
        </button>
      ) : null}
    </section>
  )
}

function Filter({ filter, onChange }: { filter: RecordFilter; onChange: (filter: RecordFilter) => void }) {
  const id = useId()
  const session = useSession()
  const change = (part: Partial<RecordFilter>) => onChange({ ...filter, ...part })
  return (
    <div className="organisation-form no-print">
      <div className="field">
        <label htmlFor={id}>{words.kind}</label>
        <select
          id={id}
          className="select"
          value={filter.kind ?? ''}
          onChange={({ target }) =>
            change({ kind: target.value === '' ? null : (target.value as ReadableKind) })
          }
        >
          <option value="">{words.all}</option>
          {READABLE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <MemberChoice
        label={words.by}
        left={keepsPeople(session)}
        none={words.anybody}
        value={filter.by}
        onChange={(by) => change({ by })}
      />
      <OptionalDay label={words.from} value={filter.from} onChange={(from) => change({ from })} />
      <OptionalDay label={words.until} value={filter.until} onChange={(until) => change({ until })} />
    </div>
  )
}

function OptionalDay(props: { label: string; value: string; onChange: (day: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        className="input"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}
