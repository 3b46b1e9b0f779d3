// One line that is also read aloud, politely, when it changes.
import type { ReactNode } from 'react'

export function Reading({ children, hidden = false }: { children: ReactNode; hidden?: boolean }) {
  return (
    <output className={hidden ? 'visually-hidden' : 'reading'} aria-live="polite" aria-atomic="true">
      {children}
    </output>
  )
}
