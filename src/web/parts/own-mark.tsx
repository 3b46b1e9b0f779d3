// The mark beside one's own levels in a chart: a page of the program says more than a published site, which asks nobody.
import { createContext, type ReactNode, useContext } from 'react'
import { OnlyYou } from './only-you.tsx'

/** What stands there; a page that can answer who sees it provides the answer. */
export const OwnMarkContext = createContext<ReactNode>(<OnlyYou />)

export function OwnMark() {
  return useContext(OwnMarkContext)
}
