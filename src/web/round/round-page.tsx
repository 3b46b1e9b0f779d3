// One round: what it is for and who reads what, who rates whom, and how far it is in counts.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { seesAny } from '../../core/round/skills-to-ask.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useHeadingFocus } from '../data/use-heading-focus.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { purposeWords, roundWords } from '../words/rounds.ts'
import { closeRound, type OneRound } from './api-rounds.ts'
import { RoundRaters } from './round-raters.tsx'
import { roundQuery, useRoundChange } from './use-rounds.ts'
import './rounds.css'

export function RoundPage() {
  const { id } = useParams({ from: '/rounds/$id' })
  const one = useSuspenseQuery(roundQuery(id)).data
  const { round, parts } = one
  const { data: framework } = useSuspenseQuery(frameworkQuery(round.frameworkDigest))
  const hasPair =
    round.kinds.includes('self') &&
    round.kinds.includes('manager') &&
    seesAny('manager', round.skills, framework)
  return (
    <div className="rounds">
      <PageHead title={round.title} eyebrow={<Link to="/rounds">{roundWords.title}</Link>}>
        <p className="lead">
          {roundWords.startedBy(round.startedBy.name)}, {purposeWords[round.purpose]},{' '}
          {round.confidential ? `${roundWords.inConfidence}, ` : null}
          {round.isOver ? roundWords.over : roundWords.until(dateWords.day(round.endsOn))}
        </p>
        <p>
          {roundWords.reads(round.managerSees, round.confidential)} {hasPair ? roundWords.pair : null}
        </p>
        <p className="quiet">{roundWords.purposeMeans[round.purpose]}</p>
      </PageHead>
      {isSealed(round) ? null : (
        <p>
          <Link to="/asked">{roundWords.answerHere}</Link>
        </p>
      )}
      <section className="section stack">
        <h2>{roundWords.who}</h2>
        <p className="small quiet">{isSealed(round) ? roundWords.whoSealed : roundWords.whoAbout}</p>
        {parts.map((part) => (
          <RoundRaters key={part.subject.id} round={round} part={part} framework={framework} />
        ))}
      </section>
      <section className="section stack-s">
        <h2>{roundWords.skills}</h2>
        <ul className="marked-list">
          {round.skills.map((skill) => (
            <li key={skill}>{skillName(framework, skill)}</li>
          ))}
        </ul>
      </section>
      <Progress one={one} />
    </div>
  )
}

function isSealed({ confidential, closedAt }: OneRound['round']): boolean {
  return confidential && closedAt !== null
}

function sayProgress({ round, counts }: OneRound): string {
  if (counts === null) return ''
  // Of a sealed round the pairs are all that is left to count.
  if (isSealed(round)) return roundWords.closedConfidential
  const asked = roundWords.asked(counts.asked)
  return `${asked} ${counts.answered === null ? roundWords.answeredHidden : roundWords.answered(counts.answered)}`
}

/** For whoever organises it. */
function Progress({ one }: { one: OneRound }) {
  const { round, counts } = one
  const close = useRoundChange(() => closeRound(round.id))
  const holder = useHeadingFocus<HTMLElement>(String(round.isOver))
  if (counts === null) return null
  return (
    <section className="section stack-s" ref={holder}>
      <h2>{roundWords.progress}</h2>
      {isSealed(round) ? null : <p className="small quiet">{roundWords.progressAbout}</p>}
      <p>{sayProgress(one)}</p>
      {round.isOver ? null : (
        <Disclosure summary={roundWords.close}>
          <p>{round.confidential ? roundWords.closeAboutConfidential : roundWords.closeAbout}</p>
          <button
            type="button"
            className="button"
            disabled={close.isPending}
            onClick={() => close.mutate(undefined)}
          >
            {roundWords.close}
          </button>
        </Disclosure>
      )}
      <ProblemLine error={close.error} />
    </section>
  )
}
