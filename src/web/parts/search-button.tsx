// Opens the search, by pressing it or by the key "/"; the search itself is loaded when it is first wanted.
import { lazy, Suspense, useEffect, useState } from 'react'
import { singleKeysOn } from '../data/use-single-keys.ts'
import { shellWords } from '../words/shell.ts'

const load = () => import('./search-dialog.tsx')
const SearchDialog = lazy(async () => ({ default: (await load()).SearchDialog }))

export function SearchButton() {
  const [isOpen, setOpen] = useState(false)
  useSlash(() => setOpen(true))
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="/"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
          <circle cx="6.8" cy="6.8" r="4.6" />
          <path d="M10.3 10.3 14 14" strokeLinecap="round" />
        </svg>
        {shellWords.search}
        <span className="search-key" aria-hidden="true">
          {shellWords.searchKey}
        </span>
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Not while somebody types, nor where single keys are turned off. */
function useSlash(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn()) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest('input, textarea, select, [contenteditable], dialog')) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
