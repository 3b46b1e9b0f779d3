// Whether a page has room to stand open; on a narrow one, what is not looked for first is folded.
import { useState } from 'react'

const WIDE = '(min-width: 48rem)'

/** Asked once: a page that folds under somebody's hands would lose their place. */
export function useIsWide(): boolean {
  const [isWide] = useState(() => typeof matchMedia === 'undefined' || matchMedia(WIDE).matches)
  return isWide
}
