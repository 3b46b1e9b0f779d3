// Publishing what the folder of a framework holds, after somebody changed it on disk: why, from when, approved by whom.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NOTHING_SAID, namedApprovers, PublicationFields } from '../editor/publication-fields.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { frameworksWords } from '../words/frameworks.ts'
import { frameworksQuery } from './framework-queries.ts'
import { usePublishFolder } from './use-frameworks.ts'

/** Where the framework is edited: offered as long as the folder holds something that is not published. */
export function FolderChanged({ id }: { id: string }) {
  const list = useQuery(frameworksQuery).data
  const [said, setSaid] = useState('')
  const isChanged = list?.frameworks.find((one) => one.id === id)?.folder?.state === 'changed'
  return (
    <>
      {isChanged ? <PublishFolder id={id} onDone={setSaid} /> : null}
      <Reading>{said}</Reading>
    </>
  )
}

export function PublishFolder(props: { id: string; onDone: (said: string) => void }) {
  const { id, onDone } = props
  const publish = usePublishFolder()
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState(NOTHING_SAID)
  if (!isOpen)
    return (
      <div className="notice">
        <p>{frameworksWords.changed}</p>
        <div className="actions">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {frameworksWords.publish}
          </button>
        </div>
      </div>
    )
  return (
    <form
      className="notice stack"
      aria-label={frameworksWords.publish}
      onSubmit={(event) => {
        event.preventDefault()
        const approvers = namedApprovers(said).map(({ name, date }) => `${name.trim()}, ${date}`)
        publish.mutate(
          { id, note: said.note.trim(), effectiveFrom: said.effectiveFrom, approvers },
          {
            onSuccess: ({ name, version, isNew }) =>
              onDone(
                isNew
                  ? frameworksWords.published(name, version)
                  : frameworksWords.publishedBefore(name, version),
              ),
          },
        )
      }}
    >
      <p>{frameworksWords.changed}</p>
      <PublicationFields said={said} onChange={(part) => setSaid((all) => ({ ...all, ...part }))} />
      <ProblemLine error={publish.error} />
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={publish.isPending}>
          {publish.isPending ? frameworksWords.publishing : frameworksWords.publishNow}
        </button>
        <button type="button" className="button" data-look="plain" onClick={() => setOpen(false)}>
          {frameworksWords.cancel}
        </button>
      </div>
    </form>
  )
}
