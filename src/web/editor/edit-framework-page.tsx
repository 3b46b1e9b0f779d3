// The editor of a framework of one's own: files, the matrix, comments and publishing, all of it a draft until then.
import {
  queryOptions,
  useIsMutating,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { skillOfPath } from '../../core/revision/skill-path.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useFrameworkDigest } from '../data/use-framework.ts'
import { FolderChanged } from '../framework/publish-folder.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Waiting } from '../parts/shell.tsx'
import { editorWords } from '../words/editor.ts'
import { endingOf, type OpenDraft, readDraft } from './api-drafts.ts'
import { DraftComments } from './draft-comments.tsx'
import { DraftState, DraftTrouble } from './draft-state.tsx'
import { EditorNav } from './editor-nav.tsx'
import { FileEditor } from './file-editor.tsx'
import { EXPECTATIONS } from './file-names.ts'
import { MatrixEditor } from './matrix-editor.tsx'
import { type Made, Published, PublishForm } from './publish-form.tsx'
import { useDraftKeeper, useDraftReport } from './use-draft-keeper.ts'
import '../framework/diff.css'
import './editor.css'

/** Read anew at each visit: an editor that began with what was read before would stand over one's own edits since. */
const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['draft', id],
    queryFn: () => readDraft(id),
    gcTime: 0,
    throwOnError: (_, query) => query.state.data === undefined,
  })

export function EditFrameworkPage() {
  const { id } = useParams({ from: '/frameworks/$id/edit' })
  const draft = useQuery(draftQuery(id)).data
  return draft === undefined ? <Waiting /> : <EditFramework draft={draft} />
}

function EditFramework({ draft }: { draft: OpenDraft }) {
  const id = draft.frameworkId
  const inUse = useFrameworkDigest()
  const framework = useSuspenseQuery(frameworkQuery(draft.published?.digest ?? inUse)).data
  const queries = useQueryClient()
  // A draft that was published or let go has ended: the editor begins anew, from the folder.
  const [round, setRound] = useState(0)
  const [made, setMade] = useState<Made | null>(null)
  const onEnd = async (published: Made | null) => {
    setMade(published)
    await queries.invalidateQueries()
    await queries.refetchQueries({ queryKey: ['draft', id] })
    setRound((one) => one + 1)
  }
  return <Editor key={`${id}-${round}`} draft={draft} framework={framework} made={made} onEnd={onEnd} />
}

interface EditorProps {
  draft: OpenDraft
  framework: Framework
  made: Made | null
  onEnd: (made: Made | null) => Promise<void>
}

function Editor({ draft, framework, made, onEnd }: EditorProps) {
  const { file: open = EXPECTATIONS } = useSearch({ from: '/frameworks/$id/edit' })
  const { keeper, files } = useDraftKeeper(draft)
  const { entries, isFresh } = useDraftReport(draft.frameworkId)
  const file = files.find((one) => one.path === open)
  const skill = skillOfPath(open)
  const end = (published: Made | null) => {
    keeper.forget()
    return onEnd(published)
  }
  const isSaving = files.some((one) => one.state !== 'saved')
  // What was typed while the draft ends would belong to no draft any more.
  const isEnding = useIsMutating({ mutationKey: endingOf(draft.frameworkId) }) > 0
  return (
    <>
      <PageHead title={editorWords.title(draft.name)} eyebrow={editorWords.eyebrow}>
        <p>{editorWords.about}</p>
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={isEnding || !keeper.canUndo}
            onClick={() => void keeper.undo()}
          >
            {editorWords.undo}
          </button>
          <DraftState files={files} />
        </div>
      </PageHead>
      <DraftTrouble files={files} keeper={keeper} />
      <FolderChanged id={draft.frameworkId} />
      <div className="editor">
        <EditorNav
          id={draft.frameworkId}
          files={files}
          entries={entries}
          keeper={keeper}
          open={open}
          inert={isEnding}
        />
        <div className="editor-main" inert={isEnding && open !== 'publish'}>
          {open === 'publish' && made !== null && draft.draft === null && !isSaving ? (
            <Published made={made} />
          ) : open === 'publish' ? (
            <PublishForm
              draft={draft}
              framework={framework}
              errors={entries.filter((entry) => entry.severity === 'error')}
              isSaving={isSaving}
              onPublished={end}
              isSending={files.some((one) => one.state === 'saving')}
              onLetGo={() => end(null)}
            />
          ) : file === undefined ? null : open === EXPECTATIONS ? (
            <MatrixEditor
              file={file}
              files={files}
              framework={framework}
              keeper={keeper}
              entries={entries}
              isFresh={isFresh}
            />
          ) : (
            <FileEditor
              key={open}
              frameworkId={draft.frameworkId}
              file={file}
              files={files}
              framework={framework}
              keeper={keeper}
              entries={entries}
              isFresh={isFresh}
            />
          )}
          {skill === null || file === undefined ? null : (
            <DraftComments
              key={skill}
              frameworkId={draft.frameworkId}
              framework={framework}
              skill={skill}
              comments={draft.comments}
            />
          )}
        </div>
      </div>
    </>
  )
}
