// Who took out a table with the reader in it, when, and what for.
import { useQueries, useQuery } from '@tanstack/react-query'
import { listExportNotices } from '../team-map/api-team-map.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { teamWords } from '../words/team.ts'
import { readMember } from './api-organisation.ts'

/** Nothing where nobody did. */
export function ExportNotices() {
  const notices = useQuery({ queryKey: ['export-notices'], queryFn: listExportNotices }).data ?? []
  const takers = [...new Set(notices.map(({ exportedBy }) => exportedBy))]
  const names = useQueries({
    queries: takers.map((id) => ({ queryKey: ['members', 'one', id], queryFn: () => readMember(id) })),
  })
  if (notices.length === 0) return null
  const nameOf = (id: string) => names[takers.indexOf(id)]?.data?.displayName ?? teamWords.somebody
  return (
    <section className="section">
      <h2>{teamWords.takenOut}</h2>
      <p className="small quiet">
        {teamWords.takenOutAbout} <WhoCanSee of="exportNotice" />
      </p>
      <ul>
        {notices.map(({ id, exportedBy, exportedAt, purpose }) => (
          <li key={id}>
            {dateWords.minute(exportedAt)}, {nameOf(exportedBy)}: “{purpose}”
          </li>
        ))}
      </ul>
    </section>
  )
}
