// What was handed over: when, for whom, what was in it; the file again, and a note that it holds no longer.
import type { Share } from '../../core/share/share.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { shareWords } from '../words/share.ts'
import { ShareView } from './share-view.tsx'
import { useEndShare, useSaveAgain } from './use-share.ts'

export function ShareRecords({ shares, closed }: { shares: readonly Share[]; closed: number }) {
  const again = useSaveAgain()
  const end = useEndShare()
  if (shares.length === 0 && closed === 0) return null
  return (
    <section className="section stack no-print">
      <h2>{shareWords.earlier}</h2>
      <p className="small quiet">{shareWords.endHelp}</p>
      <ProblemLine error={again.error ?? end.error} />
      <ul className="share-records">
        {shares.map((share) => (
          <li key={share.id} className="stack-s">
            <p>
              <strong>{dateWords.day(share.sharedAt)}</strong>{' '}
              {shareWords.record(share.content.to, shareWords.items(share.content.items.length))}
              {share.endedOn === null ? null : (
                <span className="quiet"> ({shareWords.ended(dateWords.day(share.endedOn))})</span>
              )}
            </p>
            <Disclosure summary={shareWords.preview}>
              <ShareView content={share.content} />
            </Disclosure>
            <div className="actions">
              <button type="button" className="button" onClick={() => again.mutate(share)}>
                {shareWords.again}
              </button>
              <button
                type="button"
                className="button"
                data-look="plain"
                onClick={() => end.mutate({ share, ended: share.endedOn === null })}
              >
                {share.endedOn === null ? shareWords.end : shareWords.unend}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {closed > 0 ? <p>{shareWords.closed(closed)}</p> : null}
    </section>
  )
}
