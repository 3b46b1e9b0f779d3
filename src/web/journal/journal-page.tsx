// The journal: what I did, month by month; finding, changing and taking back.
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, useState } from 'react'
import type { Evidence, UnreadableEvidence } from '../../core/evidence/evidence.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { SheetOffer } from '../settings/sheet-offer.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { evidenceWords, journalWords } from '../words/evidence.ts'
import { JournalEntry } from './journal-entry.tsx'
import { type JournalAsked, JournalFilters, NOTHING_ASKED } from './journal-filters.tsx'
import { useSayAgain, useTakeBackEvidence } from './use-evidence.ts'
import { useJournal } from './use-journal.ts'
import './journal.css'
import { Later } from '../parts/later.tsx'

const EvidenceDialog = lazy(async () => ({
  default: (await import('./evidence-dialog.tsx')).EvidenceDialog,
}))

/** What was done last, so that it can be undone: say `before` again on top of `current`. */
interface Undoable {
  said: string
  before: Evidence
  current: string | null
}

export function JournalPage() {
  const { skill = '' } = useSearch({ from: '/journal' })
  const framework = useFramework()
  const [asked, setAsked] = useState<JournalAsked>({ ...NOTHING_ASKED, skill })
  const [open, setOpen] = useState<Evidence | 'new' | null>(null)
  const [undoable, setUndoable] = useState<Undoable | null>(null)
  const { query, entries, blocks, newest } = useJournal(asked)
  const back = useTakeBackEvidence()
  const again = useSayAgain()
  const isAsked = Object.values(asked).some((one) => one !== '')
  const total = newest?.total ?? 0
  return (
    <div className="journal">
      <PageHead title={journalWords.title}>
        <p className="lead">
          {journalWords.lead} <WhoCanSee of="evidence" />
        </p>
        <div className="actions">
          <button type="button" className="button" data-look="main" onClick={() => setOpen('new')}>
            {journalWords.log}
          </button>
          <Link to="/capture">{journalWords.capture}</Link>
        </div>
      </PageHead>
      <SheetOffer />
      {newest === undefined ? null : <Unreadable unreadable={newest.unreadable} />}
      {newest === undefined || (total === 0 && !isAsked) ? null : (
        <JournalFilters
          framework={framework}
          named={newest.named}
          asked={asked}
          onAsk={(part) => setAsked((all) => ({ ...all, ...part }))}
        />
      )}
      {undoable === null ? null : (
        <UndoNotice
          said={undoable.said}
          onUndo={() => again.mutate(undoable, { onSuccess: () => setUndoable(null) })}
        />
      )}
      <ProblemLine error={query.error ?? back.error ?? again.error} />
      {newest === undefined ? null : (
        <Reading hidden={!isAsked && total > 0}>{sayCount(total, isAsked)}</Reading>
      )}
      <Months entries={entries}>
        {(entry) => (
          <JournalEntry
            key={entry.id}
            framework={framework}
            entry={entry}
            blocks={blocks[entry.id] ?? []}
            onEdit={() => setOpen(entry)}
            onTakeBack={() =>
              back.mutate(entry, {
                onSuccess: () => setUndoable({ said: evidenceWords.takenBack, before: entry, current: null }),
              })
            }
          />
        )}
      </Months>
      {query.hasNextPage ? (
        <button type="button" className="button no-print" onClick={() => void query.fetchNextPage()}>
          {journalWords.more}
        </button>
      ) : null}
      {open === null ? null : (
        <Later>
          <EvidenceDialog
            {...(open === 'new' ? {} : { entry: open })}
            onClose={() => setOpen(null)}
            onChanged={(before, now) =>
              setUndoable({ said: evidenceWords.changed, before, current: now.revisionId })
            }
          />
        </Later>
      )}
    </div>
  )
}

function sayCount(total: number, isAsked: boolean): string {
  if (total > 0) return journalWords.count(total)
  return isAsked ? journalWords.noneFound : journalWords.none
}

function UndoNotice({ said, onUndo }: { said: string; onUndo: () => void }) {
  return (
    <div className="notice journal-undo no-print" role="status">
      <p>{said}</p>
      <button type="button" className="button" onClick={onUndo}>
        {evidenceWords.undo}
      </button>
    </div>
  )
}

function Months(props: { entries: readonly Evidence[]; children: (entry: Evidence) => ReactNode }) {
  const months = groupedBy(props.entries, ({ happenedOn }) => happenedOn.slice(0, 7))
  return [...months].map(([month, entries]) => (
    <section key={month} className="journal-month">
      <h2>{journalWords.month(month)}</h2>
      {entries.map(props.children)}
    </section>
  ))
}

function Unreadable({ unreadable }: { unreadable: readonly UnreadableEvidence[] }) {
  const missing = unreadable.filter(({ why }) => why === 'key-missing').length
  const damaged = unreadable.length - missing
  if (unreadable.length === 0) return null
  return (
    <div className="notice" data-tone="trouble" role="alert">
      {missing > 0 ? (
        <p>
          {journalWords.keyMissing(missing)}{' '}
          <Link to="/settings" hash="key">
            {journalWords.toKey}
          </Link>
        </p>
      ) : null}
      {damaged > 0 ? <p>{journalWords.damaged(damaged)}</p> : null}
    </div>
  )
}
