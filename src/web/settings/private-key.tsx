// The key of what somebody wrote: how it stands, its recovery sheet, and putting it back.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { PrivateKeyState } from '../../core/person/private-key.ts'
import { useKind } from '../data/use-session.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { confirmRecoverySheet, readRecoverySheets, restorePrivateKey } from '../journal/api-evidence.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { keyWords } from '../words/private-key.ts'
import { keyQuery } from './key-queries.ts'
import '../journal/evidence.css'

export function PrivateKey() {
  const { data: state, error } = useQuery(keyQuery)
  const isTeam = useKind() === 'team'
  return (
    <section className="section stack" id="key">
      <h2>
        {keyWords.title} <WhoCanSee of="key" />
      </h2>
      <p>{isTeam ? keyWords.textInTeam : keyWords.text}</p>
      <ProblemLine error={error} />
      {state === undefined ? null : (
        <>
          <p>{sayState(state)}</p>
          {state.open > 0 ? <Sheet sheetKept={state.sheetKept} /> : null}
          <Restore isOpen={state.closed > 0} />
        </>
      )}
    </section>
  )
}

function sayState({ open, closed, fileProblem, sheetKept }: PrivateKeyState): string {
  if (fileProblem === 'damaged') return keyWords.damaged
  if (open === 0) return closed > 0 ? keyWords.missing : keyWords.none
  if (closed > 0) return keyWords.missingSome
  return sheetKept ? keyWords.kept : keyWords.offer
}

function Sheet({ sheetKept }: { sheetKept: boolean }) {
  const queries = useQueryClient()
  const [isShown, setShown] = useState(false)
  const sheets = useQuery({
    queryKey: ['recovery-sheet'],
    queryFn: readRecoverySheets,
    enabled: isShown,
    // Not kept in memory once it is out of sight.
    gcTime: 0,
  })
  const confirm = useMutation({
    mutationFn: async () => expectValue(await confirmRecoverySheet()),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyQuery.queryKey }),
  })
  if (!isShown)
    return (
      <div className="actions">
        <button type="button" className="button" onClick={() => setShown(true)}>
          {keyWords.show}
        </button>
      </div>
    )
  return (
    <div className="stack">
      {sheets.data?.map(({ name, madeAt, words }) => (
        <div key={name} className="key-sheet">
          <p className="key-sheet-title">{keyWords.sheet}</p>
          <p className="small quiet">{keyWords.madeOn(dateWords.day(madeAt))}</p>
          <ol className="key-words" aria-label={keyWords.restoreLabel}>
            {numbered(words.split('-')).map(({ place, group }) => (
              <li key={place}>{group}</li>
            ))}
          </ol>
          <p className="small">
            {keyWords.warning} {keyWords.howTo}
          </p>
        </div>
      ))}
      <ProblemLine error={sheets.error ?? confirm.error} />
      <div className="actions">
        <button type="button" className="button" onClick={() => print()}>
          {keyWords.print}
        </button>
        {sheetKept ? null : (
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={confirm.isPending}
            onClick={() => confirm.mutate()}
          >
            {keyWords.confirm}
          </button>
        )}
        <button type="button" className="button" data-look="plain" onClick={() => setShown(false)}>
          {keyWords.hide}
        </button>
      </div>
    </div>
  )
}

function numbered(groups: readonly string[]) {
  return groups.map((group, index) => ({ group, place: index + 1 }))
}

function Restore({ isOpen }: { isOpen: boolean }) {
  const id = useId()
  const queries = useQueryClient()
  const [sheet, setSheet] = useState('')
  const restore = useMutation({
    mutationFn: async () => expectValue(await restorePrivateKey(sheet)),
    onSuccess: () => {
      setSheet('')
      return queries.invalidateQueries({ queryKey: ['evidence'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sheet.trim() !== '') restore.mutate()
  }
  return (
    <>
      <Disclosure summary={keyWords.restore} open={isOpen}>
        <form className="stack" onSubmit={submit}>
          <div className="field">
            <label htmlFor={id}>{keyWords.restoreLabel}</label>
            <textarea
              id={id}
              className="input key-typed"
              rows={3}
              autoComplete="off"
              spellCheck={false}
              value={sheet}
              aria-describedby={`${id}-hint`}
              onChange={(event) => setSheet(event.target.value)}
            />
            <span id={`${id}-hint`} className="field-hint">
              {keyWords.restoreHint}
            </span>
          </div>
          <ProblemLine error={restore.error} />
          <div className="actions">
            <button type="submit" className="button" disabled={restore.isPending}>
              {keyWords.restoreDo}
            </button>
          </div>
        </form>
      </Disclosure>
      {restore.data === undefined ? null : (
        <p role="status">{restore.data.isNew ? keyWords.restored : keyWords.knownAlready}</p>
      )}
    </>
  )
}
