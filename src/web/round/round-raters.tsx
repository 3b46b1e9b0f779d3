// Who rates somebody in a round: the person changes the list, a manager or an organiser agrees to it.

import type { RaterKind } from '../../core/assessment/assessment.ts'
import { ASSUMED_ANSWER_RATE } from '../../core/round/likely-shown.ts'
import { K_RATERS } from '../../core/round/round.ts'
import { useSession } from '../data/use-session.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { roundWords } from '../words/rounds.ts'
import { agreeToRaters, proposeRaters, type RoundOf, type RoundPart } from './api-rounds.ts'
import { ChooseColleagues } from './choose-colleagues.tsx'
import { useRoundChange } from './use-rounds.ts'

interface Props {
  round: RoundOf
  part: RoundPart
}

const OTHERS: RaterKind[] = ['peer', 'report', 'client']

/** Oneself and one's manager are asked anyway; the others are proposed. */
function isAsked(kind: RaterKind): boolean {
  return kind !== 'self' && kind !== 'manager'
}

/** Oneself, one's manager, and then everybody by name. */
function byKind(a: RoundPart['raters'][number], b: RoundPart['raters'][number]): number {
  const order = (kind: RaterKind) => (kind === 'self' ? 0 : kind === 'manager' ? 1 : 2)
  return order(a.kind) - order(b.kind) || a.rater.name.localeCompare(b.rater.name)
}

type Line = { rater: string; kind: RaterKind }

export function RoundRaters({ round, part }: Props) {
  const { subject, raters, agreedAt, mayPropose, mayAgree, chanceShown } = part
  const me = useSession()?.personId
  const propose = useRoundChange((lines: Line[]) => proposeRaters(round.id, subject.id, lines))
  const agree = useRoundChange(() => agreeToRaters(round.id, subject.id))
  const asked: Line[] = raters
    .filter(({ kind }) => isAsked(kind))
    .map(({ rater, kind }) => ({ rater: rater.id, kind }))
  // The list was destroyed with everything else that says who said what.
  if (round.confidential && round.closedAt !== null) return null
  const isTooFew = round.confidential && asked.length < K_RATERS
  const without = [subject.id, ...raters.map(({ rater }) => rater.id)]
  return (
    <section className="rounds-item stack" aria-label={subject.name}>
      <h3>{roundWords.rates(subject.name, subject.id === me)}</h3>
      <p className="small quiet">
        {agreedAt === null ? roundWords.proposed : roundWords.agreedOn(dateWords.day(agreedAt))}{' '}
        <WhoCanSee of="roundSubject" id={subject.id} shared />
      </p>
      <ul className={mayPropose ? undefined : 'rounds-settled'}>
        {[...raters].sort(byKind).map(({ id, rater, kind }) => (
          <li key={id} className="rounds-entry">
            <span>
              {rater.name}{' '}
              {mayPropose && isAsked(kind) ? null : (
                <span className="small quiet">{roundWords.as(kind)}</span>
              )}
            </span>
            {mayPropose && isAsked(kind) ? (
              <select
                className="select rounds-kind"
                aria-label={roundWords.kindOf(rater.name)}
                value={kind}
                disabled={propose.isPending}
                onChange={(event) =>
                  propose.mutate(
                    asked.map((one) =>
                      one.rater === rater.id ? { ...one, kind: event.target.value as RaterKind } : one,
                    ),
                  )
                }
              >
                {OTHERS.map((one) => (
                  <option key={one} value={one}>
                    {roundWords.as(one)}
                  </option>
                ))}
              </select>
            ) : null}
            {mayPropose && isAsked(kind) ? (
              <button
                type="button"
                className="button"
                data-look="sign"
                aria-label={roundWords.remove(rater.name)}
                disabled={propose.isPending}
                onClick={() => propose.mutate(asked.filter((one) => one.rater !== rater.id))}
              >
                ×
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked.length === 0 ? <p className="small quiet">{roundWords.noRaters}</p> : null}
      {mayPropose ? (
        <ChooseColleagues
          label={roundWords.add}
          chosen={[]}
          without={without}
          onChange={(people) =>
            propose.mutate([...asked, ...people.map(({ id }) => ({ rater: id, kind: 'peer' as const }))])
          }
        />
      ) : null}
      {chanceShown === null || round.isOver ? null : isTooFew ? (
        <p>{roundWords.tooFew(asked.length, K_RATERS)}</p>
      ) : (
        <p>{roundWords.chance(Math.round(100 * chanceShown), Math.round(100 * ASSUMED_ANSWER_RATE))}</p>
      )}
      {mayAgree ? (
        <div className="actions">
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={agree.isPending || asked.length === 0 || isTooFew}
            onClick={() => agree.mutate(undefined)}
          >
            {roundWords.agree}
          </button>
        </div>
      ) : mayPropose ? (
        <p className="small quiet">{roundWords.waitsForManager}</p>
      ) : null}
      <ProblemLine error={propose.error ?? agree.error} />
    </section>
  )
}
