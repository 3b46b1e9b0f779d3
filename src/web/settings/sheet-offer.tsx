// Offers the recovery sheet, from the first entry until the person says that they keep it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { keyWords } from '../words/private-key.ts'
import { keyQuery } from './key-queries.ts'

export function SheetOffer({ onFollow }: { onFollow?: () => void }) {
  const key = useQuery(keyQuery).data
  if (key === undefined || key.open === 0 || key.sheetKept) return null
  return (
    <div className="notice small no-print">
      <p>
        {keyWords.text} {keyWords.offer}
      </p>
      <p>
        <Link to="/settings" hash="key" onClick={onFollow}>
          {keyWords.later}
        </Link>
      </p>
    </div>
  )
}
