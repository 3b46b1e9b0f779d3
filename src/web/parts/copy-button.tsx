// Puts a text on the clipboard and says so.
import { useState } from 'react'
import { copyWords } from '../words/copy.ts'
import { Reading } from './reading.tsx'

export function CopyButton({ text, label = copyWords.copy }: { text: string; label?: string }) {
  const [state, setState] = useState<'' | 'done' | 'failed'>('')
  const copy = () => {
    navigator.clipboard
      .writeText(text)
      .then(() => setState('done'))
      .catch(() => setState('failed'))
  }
  return (
    <span className="actions">
      <button type="button" className="button" onClick={copy}>
        {label}
      </button>
      <Reading>{state === 'done' ? copyWords.done : state === 'failed' ? copyWords.failed : ''}</Reading>
    </span>
  )
}
