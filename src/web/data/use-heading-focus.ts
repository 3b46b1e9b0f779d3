// Where a press changes what a page is about, the focus goes to its heading: the button that had it is gone.
import { type RefObject, useEffect, useRef } from 'react'

/** Give the ref to whatever holds the heading; `moment` names what is shown, and the first one moves nothing. */
export function useHeadingFocus<Holder extends HTMLElement>(moment: string): RefObject<Holder | null> {
  const holder = useRef<Holder>(null)
  const before = useRef(moment)
  useEffect(() => {
    if (before.current === moment) return
    before.current = moment
    const heading = holder.current?.querySelector<HTMLElement>('h1, h2')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus()
  }, [moment])
  return holder
}
