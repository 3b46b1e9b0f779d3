// That something is being read, and for how long, once it takes more than a moment.
import { useEffect, useState } from 'react'
import { bringWords } from '../words/bring.ts'

export function BringProgress({ name, onCancel }: { name: string; onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="notice bring-progress">
      <p role="status">{bringWords.reading(name)}</p>
      {seconds > 0 ? (
        <>
          <progress aria-label={bringWords.reading(name)} />
          <p className="small quiet">{bringWords.seconds(seconds)}</p>
        </>
      ) : null}
      <div className="actions">
        <button type="button" className="button" onClick={onCancel}>
          {bringWords.cancel}
        </button>
      </div>
    </div>
  )
}
