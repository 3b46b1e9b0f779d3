// What the record holds of what the reader did; shown when asked for, because most people never need it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemLine } from '../parts/problem-line.tsx'
import { ownRecordWords, recordPageWords as words } from '../words/record.ts'
import { readOwnRecord } from './api-record.ts'
import { RecordLines } from './record-lines.tsx'

export function OwnRecord() {
  const [isShown, setShown] = useState(false)
  const pages = useInfiniteQuery({
    queryKey: ['own-record'],
    queryFn: ({ pageParam }) => readOwnRecord(pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    enabled: isShown,
  })
  const lines = pages.data?.pages.flatMap((page) => page.lines)
  return (
    <section className="section" aria-label={ownRecordWords.title}>
      <h2>{ownRecordWords.title}</h2>
      <p>{ownRecordWords.about}</p>
      {isShown ? null : (
        <button type="button" className="button no-print" onClick={() => setShown(true)}>
          {ownRecordWords.show}
        </button>
      )}
      <ProblemLine error={pages.error} />
      {lines === undefined ? null : <RecordLines lines={lines} none={ownRecordWords.none} />}
      {pages.hasNextPage ? (
        <button
          type="button"
          className="button no-print"
          disabled={pages.isFetchingNextPage}
          onClick={() => pages.fetchNextPage()}
        >
          {pages.isFetchingNextPage ? words.reading : words.earlier}
        </button>
      ) : null}
    </section>
  )
}
