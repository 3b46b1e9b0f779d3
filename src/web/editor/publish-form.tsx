// Publishing a draft: what it changes, its label, why, from when, and who approved it.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useMemo, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { sectionsOf } from '../../core/revision/diff-sections.ts'
import { summariseDiff } from '../../core/revision/diff-summary.ts'
import { ApiError, newId } from '../api.ts'
import { ChangeList } from '../framework/change-list.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { publishWords } from '../words/editor.ts'
import {
  endingOf,
  type OpenDraft,
  type PublishCommand,
  publishDraft,
  type ReportEntry,
  readDraftFramework,
} from './api-drafts.ts'
import { LetDraftGo } from './let-draft-go.tsx'
import { NOTHING_SAID, namedApprovers, PublicationFields } from './publication-fields.tsx'

interface Props {
  draft: OpenDraft
  framework: Framework
  errors: readonly ReportEntry[]
  /** True while something is not saved yet: it would not be published. */
  isSaving: boolean
  /** True while something is on its way to the draft. */
  isSending: boolean
  onPublished: (made: Made) => Promise<void>
  onLetGo: () => Promise<void>
}

export interface Made {
  digest: string
  version: string
  /** False where this very version was published before. */
  isNew: boolean
  /** The version that was published before. */
  before: string | null
}

export function PublishForm(props: Props) {
  const { draft, framework, errors, isSaving, isSending, onPublished, onLetGo } = props
  const open = draft.comments.filter((comment) => comment.resolvedAt === null)
  const before = draft.published?.digest ?? null
  const publish = usePublish(draft.frameworkId, (made) => onPublished({ ...made, before }))
  return (
    <div className="stack">
      <h2>{publishWords.title}</h2>
      <p>{publishWords.about}</p>
      {open.length === 0 ? null : <p>{publishWords.openComments(open.length)}</p>}
      {errors.length > 0 ? (
        <Errors id={draft.frameworkId} errors={errors} />
      ) : isSaving ? null : (
        <Preview id={draft.frameworkId} before={framework} />
      )}
      <Form
        now={draft.published?.version ?? ''}
        isBlocked={errors.length > 0 || isSaving || publish.isPending}
        isPending={publish.isPending}
        error={publish.error}
        onPublish={publish.mutate}
      />
      <LetDraftGo id={draft.frameworkId} isSending={isSending} onDone={onLetGo} />
    </div>
  )
}

/** More than this are counted, not listed: nobody mends the eleventh first. */
const ERRORS_SHOWN = 10

function Errors({ id, errors }: { id: string; errors: readonly ReportEntry[] }) {
  return (
    <div className="notice" data-tone="trouble" role="alert">
      <p>{publishWords.errors(errors.length)}</p>
      <ul className="marked-list small">
        {errors.slice(0, ERRORS_SHOWN).map((error) => (
          <li key={`${error.file}-${error.line}-${error.message}`}>
            <Link to="/frameworks/$id/edit" params={{ id }} search={{ file: error.file }}>
              {error.line === null ? error.file : `${error.file}, ${error.line}`}
            </Link>{' '}
            {error.message}
          </li>
        ))}
      </ul>
    </div>
  )
}

function usePublish(id: string, onPublished: (made: Omit<Made, 'before'>) => Promise<void>) {
  const [key, setKey] = useState(newId)
  return useMutation({
    mutationKey: endingOf(id),
    mutationFn: async (command: PublishCommand) => {
      const outcome = await publishDraft(id, command, key)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onError: (error) => {
      // After a refusal another request is meant; after a lost answer the same one is.
      if (error instanceof ApiError && error.problem.status >= 400) setKey(newId())
    },
    onSuccess: onPublished,
  })
}

function Preview({ id, before }: { id: string; before: Framework }) {
  const next = useQuery({
    queryKey: ['draft-report', id, 'framework'],
    queryFn: () => readDraftFramework(id),
    staleTime: 0,
  }).data
  const diff = useMemo(() => (next === undefined ? null : diffFrameworks(before, next)), [before, next])
  if (diff === null) return null
  if (diff.changes.length === 0) return <p>{publishWords.nothing}</p>
  return (
    <>
      <Reading>{summariseDiff(diff).join(' ')}</Reading>
      <Disclosure summary={publishWords.changes}>
        {sectionsOf(diff).map((section) => (
          <ChangeList key={section.name} section={section} />
        ))}
      </Disclosure>
    </>
  )
}

interface FormProps {
  now: string
  isBlocked: boolean
  isPending: boolean
  error: unknown
  onPublish: (command: PublishCommand) => void
}

function Form({ now, isBlocked, isPending, error, onPublish }: FormProps) {
  const id = useId()
  const [command, setCommand] = useState<PublishCommand>({
    version: '',
    ...NOTHING_SAID,
  })
  const put = (part: Partial<PublishCommand>) => setCommand((all) => ({ ...all, ...part }))
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onPublish({
          ...command,
          approvers: namedApprovers(command),
        })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-version`}>{publishWords.version}</label>
        <input
          id={`${id}-version`}
          className="input"
          required
          value={command.version}
          aria-describedby={`${id}-version-hint`}
          onChange={(event) => put({ version: event.target.value })}
        />
        <span id={`${id}-version-hint`} className="field-hint">
          {publishWords.versionHint(now)}
        </span>
      </div>
      <PublicationFields said={command} onChange={put} />
      <ProblemLine error={error} />
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={isBlocked}>
          {isPending ? publishWords.publishing : publishWords.publish}
        </button>
      </div>
    </form>
  )
}

export function Published({ made }: { made: Made }) {
  return (
    <div className="stack">
      <Reading>
        {made.isNew ? publishWords.done(made.version) : publishWords.doneBefore(made.version)}
      </Reading>
      <div className="actions">
        <Link to="/frameworks/move/$to" params={{ to: made.digest }} className="button" data-look="main">
          {publishWords.move}
        </Link>
        {made.before === null || made.before === made.digest ? null : (
          <Link to="/frameworks/diff/$a/$b" params={{ a: made.before, b: made.digest }} className="button">
            {publishWords.whatChanged}
          </Link>
        )}
      </div>
    </div>
  )
}
