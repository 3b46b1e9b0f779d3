// The keys of the questions, and the way to switch them off.
import { useEffect, useRef } from 'react'
import { assessWords } from '../words/assess.ts'
import { useSingleKeys } from './use-single-keys.ts'
import '../parts/dialog.css'

export function AssessKeys({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setOn] = useSingleKeys()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{assessWords.keysTitle}</h2>
      <dl className="keys">
        {assessWords.keyRows.map((row) => (
          <div key={row.keys}>
            <dt>{row.keys}</dt>
            <dd>{row.what}</dd>
          </div>
        ))}
      </dl>
      <label className="tick">
        <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
        <span>{assessWords.keysOn}</span>
      </label>
      <div className="actions">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {assessWords.closeKeys}
        </button>
      </div>
    </dialog>
  )
}
