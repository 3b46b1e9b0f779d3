// Where traces of work come from: a file to choose or drop, and what to type for git.

import { type DragEvent, useId, useState } from 'react'
import { MOST_BYTES } from '../bring/files-to-send.ts'
import { useMe } from '../data/use-me.ts'
import { useKind } from '../data/use-session.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { captureWords } from '../words/capture.ts'

type OnFile = (file: File, me: string) => void

export function CaptureSource({ onFile }: { onFile: OnFile }) {
  return (
    <div className="columns capture-source">
      <FileField onFile={onFile} />
      <section aria-labelledby="capture-git" className="capture-git">
        <h2 id="capture-git">{captureWords.git}</h2>
        <p>{captureWords.gitAbout}</p>
        <p>
          <code>{captureWords.gitCommand}</code>
        </p>
        <CopyButton text={captureWords.gitCommand} label={captureWords.gitCopy} />
      </section>
    </div>
  )
}

function FileField({ onFile }: { onFile: OnFile }) {
  const field = useId()
  const name = useMe().person.displayName ?? ''
  const [me, setMe] = useState(name)
  const isTeam = useKind() === 'team'
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const take = (file: File | undefined) => {
    if (file === undefined) return
    setTooLarge(file.size > MOST_BYTES)
    if (file.size <= MOST_BYTES) onFile(file, me)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same for everybody.
    <div
      className="capture-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={`${field}-me`}>{captureWords.me}</label>
      <input
        id={`${field}-me`}
        className="input"
        maxLength={500}
        aria-describedby={`${field}-me-hint`}
        value={me}
        onChange={(event) => setMe(event.target.value)}
      />
      <p id={`${field}-me-hint`} className="small quiet">
        {captureWords.meHint}
      </p>
      <label htmlFor={field}>{captureWords.file}</label>
      <input
        id={field}
        type="file"
        className="input"
        accept=".ics,.ical,.csv,.tsv,.json,.txt,text/calendar,text/csv"
        aria-describedby={`${field}-hint`}
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <p id={`${field}-hint`} className="small quiet">
        {captureWords.fileHint}
      </p>
      <p className="small quiet">
        {isTeam ? captureWords.privateInTeam : captureWords.private} <WhoCanSee of="evidence" />
      </p>
      {tooLarge ? (
        <p className="field-error" role="alert">
          {captureWords.tooLarge}
        </p>
      ) : null}
    </div>
  )
}
