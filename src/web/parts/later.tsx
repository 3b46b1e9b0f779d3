// A part that may come after the rest of its page: nothing stands in its place, and a mark says that it is still to come.
import { type ReactNode, Suspense } from 'react'

/** For what a page can be read without. A page, or what somebody asked for, says that it is on its way instead. */
export function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={<StillToCome />}>{children}</Suspense>
}

/** Stands where something is being worked out: nothing to see, and aloud nothing is held back for it. */
export function StillToCome() {
  return <span hidden aria-busy="true" />
}
