// A visit reads each thing once: what was read before it is asked again where it is shown, what it brought is not.
import { focusManager, type QueryClient } from '@tanstack/react-query'

/** What the frame around every page reads too: going to another page is no reason to ask for it again. */
export const ofTheFrame = { meta: { outdatedBy: 'return' } } as const

/** What its key says for good, such as a framework by its digest: no visit is a reason to ask for it again. */
export const forGood = { staleTime: Number.POSITIVE_INFINITY, meta: { outdatedBy: 'nothing' } } as const

/** What the router tells of a step to another address. */
interface Step {
  /** Missing for the page that the window was opened on. */
  fromLocation?: unknown
  pathChanged: boolean
}

/** Another page is a new visit, also where one goes back to it; a change in the address of the same page is none. */
export function goOn(queries: QueryClient, { fromLocation, pathChanged }: Step): void {
  if (fromLocation !== undefined && pathChanged) outdate(queries, [undefined])
}

/**
 * Coming back to the window is a new visit too, of the page that is open and of its frame. To be called before the
 * client is mounted: only what is outdated by then is read again as soon as the window is seen. Gives what ends it.
 */
export function outdateOnReturn(queries: QueryClient): () => void {
  return focusManager.subscribe((isSeen) => {
    if (isSeen) outdate(queries, [undefined, 'return'])
  })
}

/** Asks nothing itself: a page asks for what it shows, once it shows it. */
function outdate(queries: QueryClient, kinds: unknown[]): void {
  void queries.invalidateQueries({
    predicate: ({ meta }) => kinds.includes(meta?.outdatedBy),
    refetchType: 'none',
  })
}
