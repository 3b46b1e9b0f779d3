// What of a draft is saved, what waits, and what somebody has to choose.

import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { editorWords } from '../words/editor.ts'
import { explainProblem } from '../words/trouble.ts'
import type { DraftKeeper, KeptFile } from './draft-keeper.ts'
import { fileName } from './file-names.ts'

export function DraftState({ files }: { files: readonly KeptFile[] }) {
  const is = (state: KeptFile['state']) => files.some((file) => file.state === state)
  const text =
    is('conflict') || is('refused')
      ? editorWords.toChoose
      : is('waiting')
        ? editorWords.waiting
        : is('saving')
          ? editorWords.saving
          : editorWords.saved
  return (
    <p className="small quiet">
      <span role="status">{text}</span> <WhoCanSee of="draft" />
    </p>
  )
}

/** What cannot go on without the person: shown before anything else. */
export function DraftTrouble({ files, keeper }: { files: readonly KeptFile[]; keeper: DraftKeeper }) {
  return (
    <>
      {files.map((file) => {
        const name = fileName(file.path, file.text)
        if (file.state === 'conflict')
          return <Conflict key={file.path} file={file} keeper={keeper} name={name} />
        if (file.state === 'refused')
          return (
            <div key={file.path} className="notice" data-tone="trouble" role="alert">
              <p>
                <strong>{name}</strong>: {editorWords.refused}{' '}
                {file.problem === null ? null : explainProblem(file.problem)}
              </p>
            </div>
          )
        if (!file.overtaken) return null
        return (
          <div key={file.path} className="notice" data-tone="trouble" role="alert">
            <h2>{editorWords.overtakenTitle}</h2>
            <p>{editorWords.overtaken(name)}</p>
            <button type="button" className="button" onClick={() => keeper.takeFolder(file.path)}>
              {editorWords.keepDraft}
            </button>
          </div>
        )
      })}
    </>
  )
}

function Conflict(props: { file: KeptFile; keeper: DraftKeeper; name: string }) {
  const { file, keeper, name } = props
  // Without a revision the other side is the folder: the draft has ended.
  const hasEnded = file.other !== null && file.other.revisionId === null
  const removed = hasEnded ? editorWords.notInFolder : editorWords.removed
  const side = (title: string, text: string, whose: 'mine' | 'theirs', button: string) => (
    <div className="stack-s">
      <h3>{title}</h3>
      <textarea className="input editor-preview" aria-label={title} readOnly value={text} />
      <button type="button" className="button" onClick={() => keeper.choose(file.path, whose)}>
        {button}
      </button>
    </div>
  )
  return (
    <div className="notice editor-wide" data-tone="trouble" role="alert">
      <h2>{hasEnded ? editorWords.endedTitle : editorWords.conflictTitle}</h2>
      <p>{hasEnded ? editorWords.ended(name) : editorWords.conflict(name)}</p>
      <div className="columns">
        {side(editorWords.mine, file.text ?? editorWords.removed, 'mine', editorWords.keepMine)}
        {side(
          hasEnded ? editorWords.inFolder : editorWords.theirs,
          file.other?.text ?? removed,
          'theirs',
          editorWords.keepTheirs,
        )}
      </div>
    </div>
  )
}
