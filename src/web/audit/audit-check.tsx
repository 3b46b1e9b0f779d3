// Goes through the whole record to see that it is unbroken, and takes it out as a file; both in parts, so that the page says how far it is.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../core/result.ts'
import { ApiError, type Problem } from '../api.ts'
import { saveFile } from '../data/save-file.ts'
import { today } from '../data/today.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { recordPageWords as words } from '../words/record.ts'
import { checkRecordPart, exportRecordPart, type RecordHead } from './api-record.ts'

interface Progress {
  done: number
  of: number
}

async function orThrow<Value>(asked: Promise<Result<Value, Problem>>): Promise<Value> {
  const outcome = await asked
  if (!outcome.ok) throw new ApiError(outcome.failure)
  return outcome.value
}

interface Found {
  brokenAt: number | null
  lines: number
  from: string
  to: string
  head: RecordHead | null
}

async function checkAll(tell: (progress: Progress) => void): Promise<Found> {
  const found: Found = { brokenAt: null, lines: 0, from: '', to: '', head: null }
  for (;;) {
    const part = await orThrow(checkRecordPart(found.lines))
    if (part.firstAt !== null && found.from === '') found.from = part.firstAt
    found.to = part.lastAt ?? found.to
    found.head = part.head
    if (part.brokenAt !== null) return { ...found, brokenAt: part.brokenAt }
    if (part.checkedTo === found.lines) return found
    found.lines = part.checkedTo
    const of = part.head?.seq ?? part.checkedTo
    tell({ done: found.lines, of })
    if (found.lines >= of) return found
  }
}

/** The file in lines: what it is, and then each line of the record. */
async function exportAll(tell: (progress: Progress) => void): Promise<number> {
  const texts: string[] = []
  let orgId = ''
  let head: RecordHead | null = null
  for (let after = 0; ; ) {
    const part = await orThrow(exportRecordPart(after))
    orgId = part.orgId
    const last = part.lines.at(-1)?.seq
    if (last === undefined) break
    texts.push(...part.lines.map((line) => JSON.stringify(line)))
    after = last
    head = part.head
    tell({ done: after, of: head?.seq ?? after })
    if (head === null || after >= head.seq) break
  }
  const first = JSON.stringify({ format: 'skillmap-audit', version: 1, orgId, exportedOn: today(), head })
  saveFile(`record-${today()}.jsonl`, 'application/x-ndjson', `${[first, ...texts].join('\n')}\n`)
  return texts.length
}

export function AuditCheck() {
  const [progress, setProgress] = useState<Progress | null>(null)
  const check = useMutation({ mutationFn: () => checkAll(setProgress), onSettled: () => setProgress(null) })
  const take = useMutation({ mutationFn: () => exportAll(setProgress), onSettled: () => setProgress(null) })
  const isBusy = check.isPending || take.isPending
  const say = check.isPending ? words.checking : words.exporting
  return (
    <section className="section" aria-label={words.check}>
      <h2>{words.check}</h2>
      <p>{words.checkAbout}</p>
      <div className="actions no-print">
        <button type="button" className="button" disabled={isBusy} onClick={() => check.mutate()}>
          {words.checkDo}
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          disabled={isBusy}
          onClick={() => take.mutate()}
        >
          {words.exportDo}
        </button>
      </div>
      <p className="small quiet no-print">{words.exportAbout}</p>
      <div role="status">
        {isBusy && progress !== null ? (
          <p>
            {say(progress.done, progress.of)}{' '}
            <progress value={progress.done} max={progress.of} aria-label={words.check} />
          </p>
        ) : null}
        {!isBusy && check.data !== undefined ? <Verdict found={check.data} /> : null}
        {!isBusy && take.data !== undefined ? <p>{words.exported(take.data)}</p> : null}
      </div>
      <ProblemLine error={check.error ?? take.error} />
    </section>
  )
}

function Verdict({ found }: { found: Found }) {
  const { brokenAt, from, to, lines, head } = found
  if (brokenAt !== null) return <p className="field-error">{words.broken(brokenAt)}</p>
  return (
    <div className="notice">
      <p>{words.whole(dateWords.minute(from), dateWords.minute(to), lines)}</p>
      {head === null ? null : (
        <>
          <p className="small quiet">{words.head}</p>
          <code className="organisation-secret">{`${head.seq}:${head.hash}`}</code>
          <CopyButton text={`${head.seq}:${head.hash}`} />
        </>
      )}
    </div>
  )
}
