// What somebody types into a field of a form, handed on when they pause or leave the field.
import { useEffect, useRef, useState } from 'react'

/** In milliseconds. */
const PAUSE_MS = 700

/** `write` is called with what was typed, once it differs from `value`. */
export function useWritten(value: string, write: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef({ typed, value, write })
  latest.current = { typed, value, write }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const handOn = () => {
    clearTimeout(timer.current)
    const now = latest.current
    if (now.typed !== null && now.typed !== now.value) now.write(now.typed)
  }
  // Leaving the page, or choosing another entry, loses nothing either.
  useEffect(() => () => handOnLatest(latest.current, timer.current), [])
  // What was handed on has arrived: the field follows the text again.
  if (typed !== null && typed === value) setTyped(null)
  return {
    value: typed ?? value,
    onChange: (text: string) => {
      setTyped(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(handOn, PAUSE_MS)
    },
    onBlur: handOn,
  }
}

function handOnLatest(
  now: { typed: string | null; value: string; write: (text: string) => void },
  timer: ReturnType<typeof setTimeout> | undefined,
): void {
  clearTimeout(timer)
  if (now.typed !== null && now.typed !== now.value) now.write(now.typed)
}
