// What can be opened from every page: writing down what one did, and the search.
import { EvidenceButton } from '../journal/evidence-button.tsx'
import { SearchButton } from '../search/search-button.tsx'

export function ShellTools() {
  return (
    <>
      <EvidenceButton />
      <SearchButton />
    </>
  )
}
