// What somebody types into a field of a form, handed on when they pause or leave the field.
import { useEffect, useRef, useState } from 'react'

/** In milliseconds. */
const PAUSE_MS = 700

interface Typed {
  text: string
  /** The value over which it was handed on; null until it was. */
  over: string | null
}

/** `write` is called with what was typed, once it differs from `value`; what becomes of it comes back as `value`. */
export function useWritten(value: string, write: (text: string) => void) {
  const [typed, setTyped] = useState<Typed | null>(null)
  const latest = useRef({ typed, value, write })
  latest.current = { typed, value, write }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const handOn = () => {
    const now = latest.current
    handOnLatest(now, timer.current)
    if (now.typed !== null) setTyped({ ...now.typed, over: now.value })
  }
  // Leaving the page, or choosing another entry, loses nothing either.
  useEffect(() => () => handOnLatest(latest.current, timer.current), [])
  // What was handed on has arrived, perhaps in other words, or something newer has: the field follows the text again.
  if (typed !== null && (typed.text === value || (typed.over !== null && typed.over !== value)))
    setTyped(null)
  return {
    value: typed?.text ?? value,
    onChange: (text: string) => {
      setTyped({ text, over: null })
      clearTimeout(timer.current)
      timer.current = setTimeout(handOn, PAUSE_MS)
    },
    onBlur: handOn,
  }
}

function handOnLatest(
  now: { typed: Typed | null; value: string; write: (text: string) => void },
  timer: ReturnType<typeof setTimeout> | undefined,
): void {
  clearTimeout(timer)
  if (now.typed !== null && now.typed.text !== now.value) now.write(now.typed.text)
}
