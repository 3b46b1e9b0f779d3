// Opens the search, by pressing it or by the key "/"; the search itself is loaded when it is first wanted.
import { lazy } from 'react'
import { DialogButton } from '../parts/dialog-button.tsx'
import { toolWords } from '../words/shell-tools.ts'

const load = () => import('./search-dialog.tsx')
const SearchDialog = lazy(async () => ({ default: (await load()).SearchDialog }))

export function SearchButton() {
  return (
    <DialogButton shortcut={toolWords.searchKey} load={load} Dialog={SearchDialog}>
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
        <circle cx="6.8" cy="6.8" r="4.6" />
        <path d="M10.3 10.3 14 14" strokeLinecap="round" />
      </svg>
      {toolWords.search}
    </DialogButton>
  )
}
