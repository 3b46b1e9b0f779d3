// Opens a small window on every page, by pressing it or by a key; the window is loaded when it is first wanted.
import { type ComponentType, type ReactNode, useState } from 'react'
import { usePageKey } from '../data/use-page-key.ts'
import { Later } from './later.tsx'

interface Props {
  /** A single key that opens it too. */
  shortcut: string
  /** Fetches the window, ahead of the press. */
  load: () => Promise<unknown>
  Dialog: ComponentType<{ onClose: () => void }>
  children: ReactNode
}

export function DialogButton({ shortcut, load, Dialog, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const open = () => setOpen(true)
  const fetchAhead = () => void load()
  usePageKey(shortcut, open)
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-haspopup="dialog"
        aria-keyshortcuts={shortcut}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={open}
      >
        {children}
        <span className="search-key" aria-hidden="true">
          {shortcut}
        </span>
      </button>
      {isOpen ? (
        <Later>
          <Dialog onClose={() => setOpen(false)} />
        </Later>
      ) : null}
    </>
  )
}
