// A file of people: chosen, looked at, mended where it has mistakes, taken over, and taken back.
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ApiError, newId } from '../api.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { organisationWords, recordWords, fileWords as words } from '../words/organisation.ts'
import { type FilePreview, previewPeopleFile, takePeopleFile, undoListChange } from './api-people-admin.ts'
import { KeepersOnly } from './keepers-only.tsx'
import { OrganisationLink } from './organisation-link.tsx'
import { filesQuery, useOrganisationChange } from './organisation-queries.ts'
import { PeopleFileProblems } from './people-file-problems.tsx'
import { Working } from './working.tsx'
import './organisation.css'

export function OrganisationFilePage() {
  return (
    <KeepersOnly>
      <div className="organisation">
        <PageHead title={organisationWords.file} eyebrow={<OrganisationLink />}>
          <p className="lead">{words.lead}</p>
          <p className="quiet">{organisationWords.keepersNote}</p>
        </PageHead>
        <Bring />
        <Taken />
      </div>
    </KeepersOnly>
  )
}

interface Chosen {
  name: string
  file: Blob
}

function Bring() {
  const id = useId()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const look = useMutation({
    mutationFn: async (given: Chosen) => {
      const outcome = await previewPeopleFile(given.file)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
  })
  const take = useOrganisationChange((given: Chosen & { planId: string }) =>
    takePeopleFile(given.file, { name: given.name, planId: given.planId, key: newId() }),
  )
  const show = (given: Chosen) => {
    setChosen(given)
    take.reset()
    look.mutate(given)
  }
  const preview = look.data
  return (
    <section className="section">
      <div className="field organisation-narrow">
        <label htmlFor={id}>{words.choose}</label>
        <input
          id={id}
          type="file"
          className="input"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again, once it is mended.
            event.target.value = ''
            if (file !== undefined) show({ name: file.name, file })
          }}
        />
      </div>
      <div aria-live="polite">
        {look.isPending ? <Working text={words.looking} /> : null}
        {take.isPending && preview !== undefined ? <Working text={words.taking(changed(preview))} /> : null}
        {take.isSuccess ? <p className="notice">{words.done}</p> : null}
      </div>
      <ProblemLine error={look.error ?? take.error} />
      {preview === undefined || chosen === null || take.isSuccess || look.isPending ? null : (
        <>
          {preview.problemCount > 0 ? (
            <PeopleFileProblems
              key={preview.planId}
              preview={preview}
              onMended={(text) => show({ name: chosen.name, file: new Blob([text]) })}
            />
          ) : null}
          <Preview preview={preview} />
          {preview.problemCount === 0 && changed(preview) > 0 ? (
            <button
              type="button"
              className="button"
              data-look="main"
              disabled={take.isPending}
              onClick={() => take.mutate({ ...chosen, planId: preview.planId })}
            >
              {words.take(changed(preview))}
            </button>
          ) : null}
        </>
      )}
    </section>
  )
}

function changed({ counts }: FilePreview): number {
  return counts.added + counts.changed + counts.ended
}

function Preview({ preview }: { preview: FilePreview }) {
  const { counts, people, others, teams, unread } = preview
  const more = changed(preview) - people.length
  return (
    <>
      <h2>{words.would}</h2>
      <p>{changed(preview) === 0 && preview.problemCount === 0 ? words.nothing : words.counts(counts)}</p>
      {teams.length === 0 ? null : <p>{words.teams(teams.join(', '))}</p>}
      {others.length === 0 ? null : <p>{words.others(others.join(', '))}</p>}
      {unread.length === 0 ? null : (
        <>
          <h3>{words.unread}</h3>
          <ul className="marked-list">
            {unread.map(({ heading, why }) => (
              <li key={heading}>
                {heading}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="organisation-changes">
        {people.map(({ line, name, what, says }) => (
          <li key={line}>
            <div>
              <p>
                {name} <span className="small quiet">{words.whatWords[what]}</span>
              </p>
              {says.map((one) => (
                <p key={one} className="small">
                  {one}
                </p>
              ))}
            </div>
            <span className="small quiet">{words.line(line)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{words.more(more)}</p> : null}
    </>
  )
}

function Taken() {
  const files = useSuspenseQuery(filesQuery).data
  const undo = useOrganisationChange(undoListChange)
  if (files.length === 0) return null
  const goingBack = undo.isPending ? files.find(({ id }) => id === undo.variables) : undefined
  return (
    <section className="section">
      <h2>{words.taken}</h2>
      <div aria-live="polite">
        {goingBack === undefined ? null : <Working text={words.undoing(goingBack.people)} />}
        {undo.data === undefined ? null : (
          <p>
            {recordWords.wasUndone}{' '}
            {undo.data.left.length > 0 ? recordWords.staysLeft(undo.data.left.join(', ')) : null}
          </p>
        )}
      </div>
      <ProblemLine error={undo.error} />
      <ul className="organisation-list">
        {files.map((file) => (
          <li key={file.id}>
            <span>
              {file.label || words.noName}{' '}
              <span className="small quiet">
                {words.takenLine(file.people, dateWords.minute(file.madeAt))}
              </span>
            </span>
            {file.undoneAt === null ? (
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-label={recordWords.undoOf(file.label || words.noName)}
                disabled={undo.isPending}
                onClick={() => undo.mutate(file.id)}
              >
                {recordWords.undo}
              </button>
            ) : (
              <span className="small quiet">{words.undone}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
