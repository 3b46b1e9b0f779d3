// Erasing somebody who has left: what goes and what stays, the name typed, and the proof.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api.ts'
import { KeepersOnly } from '../organisation/keepers-only.tsx'
import { OrganisationLink } from '../organisation/organisation-link.tsx'
import { ORGANISATION } from '../organisation/organisation-queries.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { TextField } from '../parts/text-field.tsx'
import { Missing } from '../parts/trouble.tsx'
import { dateWords } from '../words/date.ts'
import { eraseWords as words } from '../words/record.ts'
import { type ErasurePreview, eraseLeaver, readErasurePreview } from './api-record.ts'
import { ErasureProofView } from './erasure-proof-view.tsx'
import '../organisation/organisation.css'

export function OrganisationErasePage() {
  const { id } = useParams({ from: '/organisation/erase/$id' })
  return (
    <KeepersOnly>
      <Erase key={id} id={id} />
    </KeepersOnly>
  )
}

function Erase({ id }: { id: string }) {
  const queries = useQueryClient()
  // Read once: after the deed there is nobody to read of, and the page still says what was done. Kept no longer than that.
  const preview = useQuery({
    queryKey: ['erasure-preview', id],
    queryFn: () => readErasurePreview(id),
    retry: false,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const erase = useMutation({
    mutationFn: async (confirm: string) => {
      const outcome = await eraseLeaver(id, confirm)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: () => {
      // What is said now stands above.
      window.scrollTo(0, 0)
      return Promise.all(
        [ORGANISATION, 'members', 'erasures', 'record'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      )
    },
  })
  if (preview.data === undefined) {
    if (preview.error === null) return null
    return preview.error instanceof ApiError && preview.error.problem.status === 404 ? (
      <Missing />
    ) : (
      <div className="organisation">
        <PageHead title={words.open} eyebrow={<OrganisationLink />} />
        <ProblemLine error={preview.error} />
      </div>
    )
  }
  const { displayName, leftOn } = preview.data
  return (
    <div className="organisation">
      <PageHead title={words.title(displayName)} eyebrow={<OrganisationLink />}>
        {erase.data === undefined ? (
          <p className="lead">{words.lead(displayName, dateWords.day(leftOn))}</p>
        ) : (
          <p className="lead" role="status">
            {words.done}
          </p>
        )}
      </PageHead>
      {erase.data === undefined ? (
        <>
          <Preview preview={preview.data} />
          <Confirm name={displayName} isBusy={erase.isPending} error={erase.error} onErase={erase.mutate} />
        </>
      ) : (
        <section className="section">
          <h2>{words.proof}</h2>
          <ErasureProofView erasure={erase.data} />
          <p>
            <Link to="/organisation/erased">{words.erased}</Link>
          </p>
        </section>
      )}
    </div>
  )
}

function Preview({ preview }: { preview: ErasurePreview }) {
  const counted = Object.entries(preview.rows).filter(([, many]) => many > 0)
  return (
    <>
      <section className="section">
        <h2>{words.goes}</h2>
        <ul className="marked-list">
          <li>{words.goesName}</li>
          {counted.map(([table, many]) => (
            <li key={table}>{words.goesList[table]?.(many) ?? table}</li>
          ))}
          <li>{words.goesPrivate}</li>
          <li>{words.goesOthers}</li>
        </ul>
      </section>
      <section className="section">
        <h2>{words.stays}</h2>
        <ul className="marked-list">
          {words.staysList.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

interface ConfirmProps {
  name: string
  isBusy: boolean
  error: unknown
  onErase: (confirm: string) => void
}

function Confirm({ name, isBusy, error, onErase }: ConfirmProps) {
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onErase(typed)
  }
  return (
    <section className="section no-print">
      <form className="stack organisation-narrow" onSubmit={submit}>
        <TextField label={words.confirm(name)} value={typed} onChange={setTyped} />
        <div className="actions">
          <button type="submit" className="button" disabled={isBusy || typed.trim() !== name}>
            {words.do}
          </button>
        </div>
        <div role="status">{isBusy ? <p>{words.doing}</p> : null}</div>
        <ProblemLine error={error} />
      </form>
    </section>
  )
}
