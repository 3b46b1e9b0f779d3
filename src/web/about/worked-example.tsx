// Every number of the program worked out for one pair of roles, so that it can be checked by hand.
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole, findSkill } from '../../core/framework/look-up.ts'
import { climb } from '../../core/planning/climb.ts'
import { type FocusItem, focus } from '../../core/planning/focus.ts'
import { explainScore } from '../../core/planning/focus-words.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { mustHavesOf } from '../../core/planning/must-haves.ts'
import { listInWords, percent } from '../../core/planning/plain-words.ts'
import { readiness } from '../../core/planning/readiness.ts'
import { readyToTry } from '../../core/planning/ready-to-try.ts'
import { SCORE_PARAMETERS } from '../../core/planning/score.ts'
import { RolePicker } from '../role/role-picker.tsx'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { presetRole } from '../start/preset-role.ts'
import { asSentence, roleInSentence, roleName } from '../words/names.ts'
import { numbersWords } from '../words/numbers.ts'

const NAMED_IN_SUM = 3

/** Unknown roles are passed over. Without `onChoose` the two roles stand fixed. */
export function WorkedExample(props: {
  framework: Framework
  from?: string | undefined
  to?: string | undefined
  onChoose?: (pair: { from: string; to: string }) => void
}) {
  const { framework, onChoose } = props
  const from = findRole(framework, props.from ?? '')?.id ?? presetRole(framework)
  const to = findRole(framework, props.to ?? '')?.id ?? firstDestination(framework, from)
  return (
    <div className="stack">
      <p className="quiet small">{numbersWords.exampleHelp}</p>
      {onChoose ? (
        <div className="numbers-pair">
          <RolePicker
            framework={framework}
            label={numbersWords.from}
            value={from}
            onChange={(role) => onChoose({ from: role, to })}
          />
          <RolePicker
            framework={framework}
            label={numbersWords.to}
            value={to}
            onChange={(role) => onChoose({ from, to: role })}
          />
        </div>
      ) : (
        <p>
          <strong>{numbersWords.pair(roleName(framework, from), roleInSentence(framework, to))}</strong>
        </p>
      )}
      {from === to ? (
        <p>{numbersWords.sameRoles}</p>
      ) : (
        <Numbers key={`${from} ${to}`} framework={framework} from={from} to={to} />
      )}
    </div>
  )
}

function firstDestination(framework: Framework, from: string): string {
  return (
    naturalDestinations(framework, from)[0] ?? framework.roles.find((role) => role.id !== from)?.id ?? from
  )
}

function Numbers({ framework, from, to }: { framework: Framework; from: string; to: string }) {
  const levels = levelsAtExpectation(framework, from)
  const way = climb(framework, levels, to)
  const ready = readiness(framework, levels, to)
  const [first] = focus(framework, levels, to, { fromRole: from })
  const role = findRole(framework, to)
  const { unlockBonus, unlockCap, partial, gated } = SCORE_PARAMETERS
  const named = way.gaps.slice(0, NAMED_IN_SUM)
  const rest = way.points - named.reduce((sum, gap) => sum + gap.points, 0)
  const parts = named.map((gap) => `${gap.weight} × ${gap.gap}`).join(' + ')
  return (
    <dl className="numbers">
      <Entry name={numbersWords.gap} rule={numbersWords.gapRule}>
        {first ? (
          <p>{numbersWords.gapExample(first.name, first.needed, first.now, first.gap)}</p>
        ) : (
          <p>{numbersWords.nothingMissing}</p>
        )}
      </Entry>
      <Entry name={numbersWords.climb} rule={numbersWords.climbRule}>
        {first ? <p>{numbersWords.climbExample(parts, rest, way.points)}</p> : null}
        <p className="quiet">{asSentence(way.words)}</p>
      </Entry>
      <Entry name={numbersWords.overlap} rule={numbersWords.overlapRule}>
        {ready.share === null ? null : (
          <p>{numbersWords.overlapExample(ready.met, ready.expected, percent(ready.share))}</p>
        )}
      </Entry>
      <Entry name={numbersWords.coverage} rule={numbersWords.coverageRule}>
        <p className="quiet">{numbersWords.coverageWhy}</p>
      </Entry>
      <Entry name={numbersWords.score} rule={numbersWords.scoreRule(unlockBonus, unlockCap, partial, gated)}>
        {first ? <Score item={first} /> : null}
      </Entry>
      <Entry name={numbersWords.mustHaves} rule={numbersWords.mustHavesRule}>
        <p>{role ? asSentence(mustHaveNames(framework, role)) : null}</p>
      </Entry>
      <Entry name={numbersWords.ready} rule={numbersWords.readyRule}>
        <p>{readyToTry(framework, levels, to).words}</p>
      </Entry>
    </dl>
  )
}

function mustHaveNames(framework: Framework, role: Parameters<typeof mustHavesOf>[1]): string {
  return listInWords(mustHavesOf(framework, role).map((id) => findSkill(framework, id)?.name ?? id))
}

function Entry(props: { name: string; rule: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <p className="numbers-rule">{props.rule}</p>
        {props.children}
      </dd>
    </div>
  )
}

function Score({ item }: { item: FocusItem }) {
  return (
    <>
      <p>{numbersWords.scoreExample(item.name)}</p>
      <dl className="score-parts">
        {explainScore(item).map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
