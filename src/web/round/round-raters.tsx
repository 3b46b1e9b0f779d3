// Who rates somebody in a round: the person changes the list, a manager or an organiser agrees to it.

import type { RaterKind } from '../../core/assessment/assessment.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { ASSUMED_ANSWER_RATE } from '../../core/round/likely-shown.ts'
import { K_RATERS } from '../../core/round/round.ts'
import { seesAny } from '../../core/round/skills-to-ask.ts'
import { useSession } from '../data/use-session.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { roundWords } from '../words/rounds.ts'
import { agreeToRaters, type Named, proposeRaters, type RoundOf, type RoundPart } from './api-rounds.ts'
import { ChooseColleagues } from './choose-colleagues.tsx'
import { isOutdated, useRoundChange } from './use-rounds.ts'

interface Props {
  round: RoundOf
  part: RoundPart
  /** The one that the round is held in. */
  framework: Framework
}

const OTHERS: RaterKind[] = ['peer', 'report', 'client']

/** Oneself and one's manager are asked anyway; the others are proposed. */
function isProposed(kind: RaterKind): boolean {
  return kind !== 'self' && kind !== 'manager'
}

/** Oneself, one's manager, and then everybody by name. */
function byKind(a: RoundPart['raters'][number], b: RoundPart['raters'][number]): number {
  const order = (kind: RaterKind) => (kind === 'self' ? 0 : kind === 'manager' ? 1 : 2)
  return order(a.kind) - order(b.kind) || a.rater.name.localeCompare(b.rater.name)
}

type Line = { rater: string; kind: RaterKind }

/** What is done to the list, in words too, so that it can be done again to a list that somebody else changed. */
interface Change {
  what: string
  to: (lines: readonly Line[]) => Line[]
}

const without = (lines: readonly Line[], id: string) => lines.filter(({ rater }) => rater !== id)
const put = ({ id, name }: Named, kind: RaterKind, what = roundWords.listAs(name, kind)): Change => ({
  what,
  to: (lines) => [...without(lines, id), { rater: id, kind }],
})
const takeOff = ({ id, name }: Named): Change => ({
  what: roundWords.remove(name),
  to: (lines) => without(lines, id),
})

export function RoundRaters({ round, part, framework }: Props) {
  const { subject, raters, agreedAt, mayPropose, mayAgree, chanceShown, revisionId } = part
  const me = useSession()?.personId
  const listed: Line[] = raters
    .filter(({ kind }) => isProposed(kind))
    .map(({ rater, kind }) => ({ rater: rater.id, kind }))
  const propose = useRoundChange((change: Change) =>
    proposeRaters(round.id, subject.id, change.to(listed), revisionId),
  )
  const agree = useRoundChange(() => agreeToRaters(round.id, subject.id, revisionId))
  // The list was destroyed with everything else that says who said what.
  if (round.confidential && round.closedAt !== null) return null
  const sees = (kind: RaterKind) => seesAny(kind, round.skills, framework)
  const asked = listed.filter(({ kind }) => sees(kind)).length
  const isTooFew = round.confidential && asked < K_RATERS
  return (
    <section className="rounds-item stack" aria-label={subject.name}>
      <h3>{roundWords.rates(subject.name, subject.id === me)}</h3>
      <p className="small quiet">
        {agreedAt === null
          ? roundWords.proposed
          : roundWords.agreedOn(dateWords.day(agreedAt), asked === listed.length)}{' '}
        <WhoCanSee of="roundSubject" id={subject.id} shared />
      </p>
      <ul className={mayPropose ? undefined : 'rounds-settled'}>
        {[...raters].sort(byKind).map(({ id, rater, kind }) => (
          <RaterLine
            key={id}
            rater={rater}
            kind={kind}
            isAsked={sees(kind)}
            onChange={mayPropose && isProposed(kind) ? propose.mutate : null}
            isPending={propose.isPending}
          />
        ))}
      </ul>
      {listed.length === 0 ? <p className="small quiet">{roundWords.noRaters}</p> : null}
      {mayPropose ? (
        <ChooseColleagues
          label={roundWords.add}
          chosen={[]}
          without={[subject.id, ...raters.map(({ rater }) => rater.id)]}
          isPending={propose.isPending}
          onChange={(people) => {
            for (const one of people) propose.mutate(put(one, 'peer', roundWords.addName(one.name)))
          }}
        />
      ) : null}
      {chanceShown === null || round.isOver ? null : isTooFew ? (
        <p>{roundWords.tooFew(asked, K_RATERS)}</p>
      ) : (
        <p>{roundWords.chance(Math.round(100 * chanceShown), Math.round(100 * ASSUMED_ANSWER_RATE))}</p>
      )}
      {mayAgree ? (
        <div className="actions">
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={agree.isPending || propose.isPending || asked === 0 || isTooFew}
            onClick={() => agree.mutate(undefined)}
          >
            {roundWords.agree}
          </button>
        </div>
      ) : mayPropose ? (
        <p className="small quiet">{roundWords.waitsForManager}</p>
      ) : null}
      {isOutdated(propose.error) && propose.variables !== undefined ? (
        <Outdated change={propose.variables} onAgain={propose.mutate} />
      ) : isOutdated(agree.error) ? (
        <p role="alert">
          {roundWords.changed} {roundWords.lookAgain}
        </p>
      ) : (
        <ProblemLine error={propose.error ?? agree.error} />
      )}
    </section>
  )
}

interface RaterLineProps {
  rater: Named
  kind: RaterKind
  /** Whether they can see any of the skills. */
  isAsked: boolean
  /** Null where the line stays as it is. */
  onChange: ((change: Change) => void) | null
  isPending: boolean
}

function RaterLine({ rater, kind, isAsked, onChange, isPending }: RaterLineProps) {
  const said = [
    ...(onChange === null ? [roundWords.as(kind)] : []),
    ...(isAsked ? [] : [roundWords.seesNone]),
  ]
  return (
    <li className="rounds-entry">
      <span>
        {rater.name} <span className="small quiet">{said.join(' ')}</span>
      </span>
      {onChange === null ? null : (
        <>
          <select
            className="select rounds-kind"
            aria-label={roundWords.kindOf(rater.name)}
            value={kind}
            disabled={isPending}
            onChange={(event) => onChange(put(rater, event.target.value as RaterKind))}
          >
            {OTHERS.map((one) => (
              <option key={one} value={one}>
                {roundWords.as(one)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button"
            data-look="sign"
            aria-label={roundWords.remove(rater.name)}
            disabled={isPending}
            onClick={() => onChange(takeOff(rater))}
          >
            ×
          </button>
        </>
      )}
    </li>
  )
}

/** Somebody else was first: the list is shown as it is now, and what was meant can still be done. */
function Outdated({ change, onAgain }: { change: Change; onAgain: (change: Change) => void }) {
  return (
    <div className="stack-s" role="alert">
      <p>
        {roundWords.changed} {roundWords.notDone}
      </p>
      <button type="button" className="button" onClick={() => onAgain(change)}>
        {roundWords.allTheSame(change.what)}
      </button>
    </div>
  )
}
