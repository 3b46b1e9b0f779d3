// The backups there are, and taking and restoring one.
import { queryOptions, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { ApiError } from '../api.ts'
import { useKind } from '../data/use-session.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { dateWords, sizeWords } from '../words/date.ts'
import { settingsWords } from '../words/settings.ts'
import { shellWords } from '../words/shell.ts'
import { type Backup, listBackups, restoreBackup, takeBackup } from './api-own-data.ts'

const backupsQuery = queryOptions({ queryKey: ['backups'], queryFn: listBackups })

export function Backups() {
  const queries = useQueryClient()
  const list = useQuery(backupsQuery)
  const isBusy = useIsMutating() > 0
  const take = useMutation({
    mutationFn: async () => {
      const outcome = await takeBackup()
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: backupsQuery.queryKey }),
  })
  return (
    <>
      <p>{settingsWords.backupsText}</p>
      {list.isPending ? <p className="quiet">{shellWords.waiting}</p> : null}
      <ProblemLine error={list.error} />
      {list.data?.length === 0 ? <p className="quiet">{settingsWords.backupsNone}</p> : null}
      {list.data && list.data.length > 0 ? <BackupTable backups={list.data} /> : null}
      <div className="actions">
        <button type="button" className="button" disabled={isBusy} onClick={() => take.mutate()}>
          {take.isPending ? settingsWords.backupTaking : settingsWords.backupTake}
        </button>
        <Reading>{take.data ? settingsWords.backupTaken(take.data.name) : ''}</Reading>
      </div>
      <ProblemLine error={take.error} />
    </>
  )
}

function BackupTable({ backups }: { backups: Backup[] }) {
  const [asked, setAsked] = useState<Backup | null>(null)
  const opener = useRef<HTMLButtonElement | null>(null)
  const close = () => {
    setAsked(null)
    opener.current?.focus()
  }
  return (
    <>
      <ul className="backup-list">
        {backups.map((backup) => (
          <li key={backup.name}>
            <span>
              {dateWords.minute(backup.takenAt)}
              <span className="small quiet">
                {' '}
                {sizeWords(backup.bytes)},{' '}
                {backup.verified ? settingsWords.backupVerified : settingsWords.backupNotVerified}
              </span>
            </span>
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={(event) => {
                opener.current = event.currentTarget
                setAsked(backup)
              }}
            >
              {settingsWords.restore}
              <span className="visually-hidden"> {dateWords.minute(backup.takenAt)}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked ? <Restore key={asked.name} backup={asked} onDone={close} /> : null}
    </>
  )
}

function Restore({ backup, onDone }: { backup: Backup; onDone: () => void }) {
  const queries = useQueryClient()
  const text = useId()
  const notice = useRef<HTMLDivElement>(null)
  const isBusy = useIsMutating() > 0
  const isTeam = useKind() === 'team'
  const restore = useMutation({
    mutationFn: async () => {
      const outcome = await restoreBackup(backup.name)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  // When it appears, and when its buttons give way to what came of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it is done is what moves the focus.
  useEffect(() => notice.current?.focus(), [restore.isSuccess])
  return (
    <div
      ref={notice}
      className="notice"
      role="alertdialog"
      aria-label={settingsWords.restore}
      aria-describedby={text}
      tabIndex={-1}
    >
      {restore.isSuccess ? (
        <p>{settingsWords.restoreDone}</p>
      ) : (
        <>
          <div id={text}>
            <p>{settingsWords.restoreSure(dateWords.minute(backup.takenAt))}</p>
            {isTeam ? <p>{settingsWords.restoreEnds}</p> : null}
          </div>
          <div className="actions">
            <button type="button" className="button" disabled={isBusy} onClick={() => restore.mutate()}>
              {restore.isPending ? settingsWords.restoring : settingsWords.restoreDo}
            </button>
            <button type="button" className="button" data-look="plain" onClick={onDone}>
              {settingsWords.restoreCancel}
            </button>
          </div>
        </>
      )}
      <ProblemLine error={restore.error} />
    </div>
  )
}
