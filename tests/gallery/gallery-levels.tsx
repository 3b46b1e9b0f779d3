// States of the charts of levels as files: likely ranges, and what one level rests on, in fixed colours.
import type { ReactElement } from 'react'
import type { RaterKind } from '../../src/core/assessment/assessment.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import { expectationOf, topLevel } from '../../src/core/framework/look-up.ts'
import type { RatedLevel } from '../../src/core/measurement/measure-person.ts'
import { defaultPopulation } from '../../src/core/measurement/population.ts'
import { sealRound } from '../../src/core/measurement/seal-round.ts'
import { levelsForPlanning } from '../../src/core/planning/levels-for-planning.ts'
import { levelsGeometry } from '../../src/web/charts/level-range/geometry.ts'
import { LevelRange } from '../../src/web/charts/level-range/level-range.tsx'
import { readLevels } from '../../src/web/charts/level-range/read-levels.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'
import { restsOnGeometry } from '../../src/web/charts/rests-on/geometry.ts'
import { NarrowingBands, Sources } from '../../src/web/charts/rests-on/rests-on.tsx'
import { Frame } from './frame.tsx'

export interface LevelsState {
  framework: Framework
  role: string
  /** What the marks of what is asked belong to; the role where nothing is said. */
  askedBy?: string
  raters: readonly RaterKind[]
  /** So many colleagues answered in a confidential round, which is sealed. */
  confidential?: number
  /** One skill's sources and narrowing in place of all levels. */
  skill?: string
  theme?: 'light' | 'dark'
  /** CSS pixels that the picture is drawn at. */
  width?: number
}

const NOW = '2026-11-26T09:00:00Z'
const MARGIN = 16

/** The same framework with its levels spread over a scale from 0 to `top`. */
export function stretched(framework: Framework, top: number): Framework {
  const from = topLevel(framework)
  const scale = Array.from({ length: top + 1 }, (_, level) => ({ level, name: `Step ${level}` }))
  const expectations = Object.fromEntries(
    Object.entries(framework.expectations).map(([role, asked]) => [
      role,
      Object.fromEntries(
        Object.entries(asked).map(([skill, one]) => [
          skill,
          { ...one, level: Math.round((one.level * top) / from) },
        ]),
      ),
    ]),
  )
  return { ...framework, scale, expectations }
}

/** Two skills in three, around what the role asks; each rater with a habit of their own. */
function ratingsFor({ framework, role, raters }: LevelsState): RatedLevel[] {
  const top = topLevel(framework)
  return raters.flatMap((kind, rater) =>
    framework.skills.flatMap(({ id }, index): RatedLevel[] => {
      if ((index + rater) % 3 === 0) return []
      const { level } = expectationOf(framework, role, id)
      const said = Math.round(level + ((index * 7 + rater * 5) % 5) / 2 - 1 + (kind === 'self' ? 0.5 : 0))
      return [
        {
          skill: id,
          level: Math.min(top, Math.max(0, said)),
          approaching: false,
          ratedAt: `2026-0${3 + rater}-01T00:00:00Z`,
          ...(kind === 'self' ? {} : { rater: { id: `rater-${rater}`, kind } }),
        },
      ]
    }),
  )
}

/** A closed round of colleagues who answered about every skill. */
function sealedFor({ framework, role, confidential = 0 }: LevelsState, ratings: RatedLevel[]) {
  if (confidential === 0) return []
  const raters = Array.from({ length: confidential }, (_, rater) => rater)
  const said = raters.flatMap((rater) =>
    framework.skills.map(({ id }, index): RatedLevel => {
      const { level } = expectationOf(framework, role, id)
      const answer = Math.max(0, level - 1 + ((index + rater) % 3))
      const at = { approaching: false, ratedAt: NOW, rater: { id: `round-${rater}`, kind: 'peer' as const } }
      return { skill: id, level: Math.min(topLevel(framework), answer), ...at }
    }),
  )
  const population = defaultPopulation(framework)
  const round = sealRound({ framework, population, ratings, confidential: said, sealed: [], closedOn: NOW })
  if (!round.ok) throw new Error(`The round of ${round.failure.answered} was not sealed.`)
  return [round.value]
}

export function levelsFile(title: string, state: LevelsState): ReactElement {
  const { framework, theme = 'light', width = 1008 } = state
  const { drawing, height } = state.skill ? drawSkill(state, state.skill, width) : drawLevels(state, width)
  return (
    <Frame title={title} theme={theme} width={width + 2 * MARGIN} height={height + 2 * MARGIN}>
      <g transform={`translate(${MARGIN} ${MARGIN})`} data-framework={framework.id}>
        {drawing}
      </g>
    </Frame>
  )
}

function planningLevels(state: LevelsState) {
  const { framework, role } = state
  const ratings = ratingsFor(state)
  return levelsForPlanning({ framework, role, ratings, sealed: sealedFor(state, ratings), now: NOW })
}

function drawLevels(state: LevelsState, width: number) {
  const { framework, role, theme = 'light' } = state
  const rows = readLevels(framework, planningLevels(state), state.askedBy ?? role)
  const geometry = levelsGeometry(framework, rows, width)
  const palette = plainPalette(framework, theme)
  return {
    height: geometry.height,
    drawing: <LevelRange geometry={geometry} palette={palette} label="Levels" />,
  }
}

function drawSkill(state: LevelsState, skill: string, width: number) {
  const { framework, theme = 'light' } = state
  const measured = planningLevels(state).measured.levels.get(skill)
  if (!measured) throw new Error(`Nobody rated ${skill}.`)
  const geometry = restsOnGeometry(measured, topLevel(framework), width)
  const palette = plainPalette(framework, theme)
  return {
    height: geometry.sourcesHeight + 24 + geometry.narrowingHeight,
    drawing: (
      <>
        <Sources geometry={geometry} palette={palette} label="Sources" />
        <g transform={`translate(0 ${geometry.sourcesHeight + 24})`}>
          <NarrowingBands geometry={geometry} palette={palette} label="Narrowing" />
        </g>
      </>
    ),
  }
}
