// Where somebody puts what they bring: files to choose or drop, or a table to paste.
import { type DragEvent, useId, useState } from 'react'
import { bringWords } from '../words/bring.ts'
import { droppedFrom, type FileToSend, MOST_BYTES, packChosen, pastedFrom } from './files-to-send.ts'

export function BringSource({ onBring }: { onBring: (file: FileToSend) => void }) {
  const field = useId()
  const paste = useId()
  const [over, setOver] = useState(false)
  const [trouble, setTrouble] = useState('')
  const bring = async (chosen: Promise<FileToSend | null>) => {
    const file = await chosen
    if (file === null) return
    if (file.file.size > MOST_BYTES) return setTrouble(bringWords.tooLarge)
    setTrouble('')
    onBring(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void bring(droppedFrom(event.dataTransfer).then(packChosen))
  }
  return (
    <div className="columns bring-source">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same for everybody. */}
      <div
        className="bring-drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={field}>{bringWords.file}</label>
        <input
          id={field}
          type="file"
          multiple
          className="input"
          onChange={(event) => {
            void bring(packChosen([...(event.target.files ?? [])]))
            event.target.value = ''
          }}
        />
        <p className="small quiet">{bringWords.drop}</p>
        {trouble ? (
          <p className="field-error" role="alert">
            {trouble}
          </p>
        ) : null}
      </div>
      <div className="field">
        <label htmlFor={paste}>{bringWords.paste}</label>
        <textarea
          id={paste}
          className="input bring-paste"
          aria-describedby={`${paste}-hint`}
          value=""
          onChange={(event) => {
            const text = event.target.value
            if (text.trim() !== '') onBring({ file: new Blob([text]), name: bringWords.pastedName })
          }}
          onPaste={(event) => {
            const pasted = pastedFrom(event.clipboardData)
            if (pasted === null) return
            event.preventDefault()
            void bring(Promise.resolve(pasted))
          }}
        />
        <span id={`${paste}-hint`} className="field-hint">
          {bringWords.pasteHint}
        </span>
      </div>
    </div>
  )
}
