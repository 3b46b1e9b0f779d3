// The backups there are, and taking and restoring one.
import { queryOptions, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
            <button type="button" className="button" data-look="plain" onClick={() => setAsked(backup)}>
              {settingsWords.restore}
              <span className="visually-hidden"> {dateWords.minute(backup.takenAt)}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked ? <Restore backup={asked} onDone={() => setAsked(null)} /> : null}
    </>
  )
}

function Restore({ backup, onDone }: { backup: Backup; onDone: () => void }) {
  const queries = useQueryClient()
  const isBusy = useIsMutating() > 0
  const isTeam = useKind() === 'team'
  const restore = useMutation({
    mutationFn: async () => {
      const outcome = await restoreBackup(backup.name)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <div className="notice" role="alertdialog" aria-label={settingsWords.restore}>
      {restore.isSuccess ? (
        <p>{settingsWords.restoreDone}</p>
      ) : (
        <>
          <p>{settingsWords.restoreSure(dateWords.minute(backup.takenAt))}</p>
          {isTeam ? <p>{settingsWords.restoreEnds}</p> : null}
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
