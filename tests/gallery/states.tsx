// Every state of the pictures that is worth looking at, by the name of its file.
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Framework } from '../../src/core/framework/framework.ts'
import { type Levels, levelsAtExpectation, withLevel } from '../../src/core/planning/levels.ts'
import { STAY } from '../../src/core/target/target.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'
import { Picture } from '../../src/web/charts/picture.tsx'
import { loadFramework } from '../frameworks/load-framework.ts'
import { Frame } from './frame.tsx'
import { type LevelsState, levelsFile, stretched } from './gallery-levels.tsx'
import { GalleryLongView, type LongViewState, longViewSize } from './gallery-long-view.tsx'
import { GalleryMap, type MapState, mapSize } from './gallery-map.tsx'
import { GalleryPathMix, type PathMixState, pathMixSize } from './gallery-path-mix.tsx'
import { type PlanState, planFile } from './gallery-plan.tsx'
import { GalleryProfile, type ProfileState, profileSize } from './gallery-profile.tsx'
import { type RecordState, recordFile } from './gallery-record.tsx'

const builtIn = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')

const SENIOR = 'senior-engineer'
const STAFF = 'staff-engineer'
const MANAGER = 'engineering-manager'

function towards(to: string): Partial<MapState['situation']> {
  return { destination: to, route: [SENIOR, to] }
}

/** A senior engineer after the first round: some above, some below what the role asks. */
function rated(framework: Framework): Levels {
  const own: Record<string, number> = {
    'written-communication': 3,
    'problem-framing': 2,
    'influence-without-authority': 1,
    'technical-strategy': 2,
    'system-design': 4,
    'software-craft': 4,
    coaching: 2,
    'active-listening': 3,
    'visibility-of-work': 1,
    'project-leadership': 2,
    mentoring: 3,
    'sustainable-pace': 1,
  }
  return Object.entries(own).reduce(
    (all, [skill, level]) => withLevel(all, skill, level),
    levelsAtExpectation(framework, SENIOR),
  )
}

const maps: Record<string, MapState> = {
  'map-resting': { role: SENIOR },
  'map-all-roles': { role: SENIOR, situation: { all: true } },
  'map-destination': { role: SENIOR, situation: { ...towards(STAFF), also: [MANAGER] } },
  'map-stay': { role: SENIOR, situation: { destination: STAY } },
  'map-moves-of-own-role': { role: SENIOR, focused: SENIOR },
  'map-moves-of-director': { role: SENIOR, focused: 'engineering-director', situation: { all: true } },
  'map-over-several-moves': {
    role: SENIOR,
    situation: { destination: 'cto', route: [SENIOR, 'technical-founder', 'cto'] },
  },
  'map-groups': { role: SENIOR, situation: { all: true, lens: { kind: 'groups' } } },
  'map-skill': { role: SENIOR, situation: { all: true, lens: { kind: 'skill', skill: 'coaching' } } },
  'map-grades': { role: SENIOR, company: 'google', situation: { all: true } },
  'map-rated': {
    role: SENIOR,
    levels: rated(builtIn),
    situation: { ...towards(STAFF), rated: true },
  },
  'map-narrowest': { role: SENIOR, width: 1100, situation: { all: true, ...towards(MANAGER) } },
  'map-dark': { role: SENIOR, theme: 'dark', situation: { all: true, ...towards(STAFF) } },
  'map-dark-groups': { role: MANAGER, theme: 'dark', situation: { lens: { kind: 'groups' } } },
}

const profiles: Record<string, ProfileState> = {
  'profile-senior-to-staff': { role: SENIOR, to: STAFF },
  'profile-senior-to-manager': { role: SENIOR, to: MANAGER },
  'profile-manager-to-staff': { role: MANAGER, to: STAFF },
  'profile-own-role': { role: SENIOR, to: SENIOR },
  'profile-stay': { role: SENIOR, to: SENIOR, staying: true },
  'profile-rated-with-surplus': { role: SENIOR, to: MANAGER, levels: rated(builtIn) },
  'profile-what-if': {
    role: SENIOR,
    to: STAFF,
    whatIf: withLevel(levelsAtExpectation(builtIn, SENIOR), 'written-communication', 4),
  },
  'profile-dark': { role: SENIOR, to: STAFF, theme: 'dark' },
}

const pathMixes: Record<string, PathMixState> = {
  'path-mix-individual': { path: 'ic' },
  'path-mix-management': { path: 'management' },
  'path-mix-lateral': { path: 'lateral' },
  'path-mix-narrow': { path: 'ic', width: 328 },
  'path-mix-dark': { path: 'independent', theme: 'dark' },
  'path-mix-narrow-dark': { path: 'management', width: 328, theme: 'dark' },
}

const towardsStaff = { framework: builtIn, from: SENIOR, to: STAFF }
const newDirector = { framework: builtIn, from: MANAGER, to: 'engineering-director' }
const bakers = { framework: small, from: 'baker', to: 'master-baker' }

const plans: Record<string, PlanState> = {
  'timeline-senior-to-staff': { ...towardsStaff, chart: 'timeline' },
  'timeline-rated': { ...towardsStaff, chart: 'timeline', levels: rated(builtIn) },
  'timeline-kept-quarter': {
    ...towardsStaff,
    chart: 'timeline',
    request: { frozen: [{ skill: 'delegation', level: 2 }], quarters: 5.5 },
  },
  'timeline-waiting': { ...newDirector, chart: 'timeline' },
  'timeline-twenty-quarters': { ...newDirector, chart: 'timeline', request: { quarters: 20 } },
  'timeline-no-hours': { ...towardsStaff, chart: 'timeline', request: { hoursPerWeek: 0 } },
  'timeline-dark': { ...towardsStaff, chart: 'timeline', theme: 'dark' },
  'timeline-narrow': { ...towardsStaff, chart: 'timeline', width: 328 },
  'timeline-narrow-dark': { ...newDirector, chart: 'timeline', width: 328, theme: 'dark' },
  'timeline-small-framework': { ...bakers, chart: 'timeline' },
  'forecast-senior-to-staff': { ...towardsStaff, chart: 'forecast' },
  'forecast-rated-eight-hours': {
    ...towardsStaff,
    chart: 'forecast',
    levels: rated(builtIn),
    request: { hoursPerWeek: 8 },
  },
  'forecast-nearly-there': {
    framework: builtIn,
    from: STAFF,
    to: STAFF,
    chart: 'forecast',
    request: { choose: 'everything' },
  },
  'forecast-no-hours': { ...towardsStaff, chart: 'forecast', request: { hoursPerWeek: 0 } },
  'forecast-dark': { framework: builtIn, from: SENIOR, to: MANAGER, chart: 'forecast', theme: 'dark' },
  'forecast-narrow': { ...towardsStaff, chart: 'forecast', width: 328 },
  'forecast-small-framework': { ...bakers, chart: 'forecast' },
  'change-senior-to-staff': { ...towardsStaff, chart: 'change' },
  'change-rated-dark': { ...towardsStaff, chart: 'change', levels: rated(builtIn), theme: 'dark' },
  'change-narrow': { ...towardsStaff, chart: 'change', width: 328 },
  'change-small-framework': { ...bakers, chart: 'change' },
}

const seniors = { framework: builtIn, role: SENIOR, askedBy: STAFF }
const five = ['self', 'manager', 'peer', 'peer', 'report'] as const

const levels: Record<string, LevelsState> = {
  'levels-nothing-rated': { ...seniors, raters: [] },
  'levels-rated-alone': { ...seniors, raters: ['self'] },
  'levels-five-raters': { ...seniors, raters: five },
  'levels-dark': { ...seniors, raters: five, theme: 'dark' },
  'levels-narrow': { ...seniors, raters: ['self'], width: 328 },
  'levels-narrow-dark': { ...seniors, raters: five, width: 328, theme: 'dark' },
  'levels-three-steps': { framework: small, role: 'baker', askedBy: 'master-baker', raters: five },
  'levels-twelve-steps': {
    framework: stretched(small, 12),
    role: 'baker',
    askedBy: 'master-baker',
    raters: five,
  },
  'levels-twelve-steps-narrow': {
    framework: stretched(small, 12),
    role: 'baker',
    raters: ['self'],
    width: 328,
  },
  'rests-on-oneself': { ...seniors, raters: ['self'], skill: 'system-design', width: 560 },
  'rests-on-five-raters': { ...seniors, raters: five, skill: 'system-design', width: 560 },
  'rests-on-others-alone': { ...seniors, raters: ['peer', 'peer'], skill: 'system-design', width: 560 },
  'rests-on-confidential': {
    ...seniors,
    raters: ['self', 'manager'],
    confidential: 4,
    skill: 'system-design',
    width: 560,
  },
  'rests-on-confidential-narrow-dark': {
    ...seniors,
    raters: ['self'],
    confidential: 3,
    skill: 'system-design',
    width: 300,
    theme: 'dark',
  },
  'rests-on-narrow-dark': {
    ...seniors,
    raters: five,
    skill: 'written-communication',
    width: 300,
    theme: 'dark',
  },
}

const records: Record<string, RecordState> = {
  'record-honest': { pit: [2, 3, 2, 4, 3, 2, 3, 2, 1, 2] },
  'record-too-sure': { pit: [7, 1, 1, 0, 2, 1, 0, 2, 1, 9] },
  'record-few-late-dark': { pit: [0, 0, 1, 0, 1, 1, 0, 2, 3, 4], theme: 'dark' },
  'record-narrow': { pit: [4, 3, 6, 5, 4, 5, 3, 6, 5, 12], width: 296 },
}

const swing: LongViewState['ways'] = [[[MANAGER, 6], [STAFF]]]
const longViews: Record<string, LongViewState> = {
  'long-view-one-way': {
    from: SENIOR,
    ways: [[['tech-lead'], [MANAGER], ['senior-engineering-manager']]],
  },
  'long-view-there-and-back': { from: SENIOR, ways: swing, startYear: 2028 },
  'long-view-three-ways': {
    from: SENIOR,
    ways: [
      [[STAFF], ['principal-engineer', 8]],
      [[MANAGER, 2], ['senior-engineering-manager', 1], ['engineering-director', 1], ['vp-engineering']],
      [['stay'], ['independent-consultant']],
    ],
  },
  'long-view-narrow': { from: SENIOR, ways: swing, width: 328 },
  'long-view-dark': { from: SENIOR, ways: [...swing, [['technical-founder', 2], [SENIOR]]], theme: 'dark' },
  'long-view-narrow-dark': {
    from: SENIOR,
    ways: [
      [
        [MANAGER, 1],
        ['senior-engineering-manager', 1],
        ['engineering-director', 12],
      ],
      [['stay']],
    ],
    theme: 'dark',
    width: 328,
  },
}

function longViewFile(title: string, framework: Framework, state: LongViewState): ReactElement {
  return (
    <Frame title={title} theme={state.theme ?? 'light'} {...longViewSize(framework, state)}>
      <GalleryLongView framework={framework} state={state} />
    </Frame>
  )
}

function mapFile(title: string, framework: Framework, state: MapState): ReactElement {
  return (
    <Frame title={title} theme={state.theme ?? 'light'} {...mapSize(framework, state)}>
      <GalleryMap framework={framework} state={state} />
    </Frame>
  )
}

function profileFile(title: string, framework: Framework, state: ProfileState): ReactElement {
  return (
    <Frame title={title} theme={state.theme ?? 'light'} {...profileSize(state)}>
      <GalleryProfile framework={framework} state={state} />
    </Frame>
  )
}

function pathMixFile(title: string, framework: Framework, state: PathMixState): ReactElement {
  return (
    <Frame title={title} theme={state.theme ?? 'light'} {...pathMixSize(framework, state)}>
      <GalleryPathMix framework={framework} state={state} />
    </Frame>
  )
}

function savedPicture(): ReactElement {
  return (
    <Picture
      framework={builtIn}
      levels={null}
      now={{
        role: SENIOR,
        destination: STAFF,
        also: [],
        route: [SENIOR, STAFF],
        lens: { kind: 'kinds' },
        all: true,
        rated: false,
      }}
      toRole={STAFF}
      company={null}
      reading="Staff engineer: 63% role overlap. Start with written communication."
      palette={plainPalette(builtIn, 'light')}
    />
  )
}

/** File names without their ending, and what stands in them. */
export function drawGallery(): Record<string, string> {
  const [first, second] = small.roles.map((role) => role.id) as [string, string]
  const elements: Record<string, ReactElement> = {
    ...Object.fromEntries(Object.entries(maps).map(([name, state]) => [name, mapFile(name, builtIn, state)])),
    ...Object.fromEntries(
      Object.entries(profiles).map(([name, state]) => [name, profileFile(name, builtIn, state)]),
    ),
    ...Object.fromEntries(
      Object.entries(pathMixes).map(([name, state]) => [name, pathMixFile(name, builtIn, state)]),
    ),
    ...Object.fromEntries(Object.entries(plans).map(([name, state]) => [name, planFile(name, state)])),
    ...Object.fromEntries(Object.entries(levels).map(([name, state]) => [name, levelsFile(name, state)])),
    ...Object.fromEntries(
      Object.entries(records).map(([name, state]) => [name, recordFile(name, builtIn, state)]),
    ),
    ...Object.fromEntries(
      Object.entries(longViews).map(([name, state]) => [name, longViewFile(name, builtIn, state)]),
    ),
    'long-view-small-framework': longViewFile('long-view-small-framework', small, {
      from: first,
      ways: [[[second]]],
    }),
    'path-mix-small-framework': pathMixFile('path-mix-small-framework', small, {
      path: small.paths[1]?.id ?? '',
    }),
    'map-small-framework': mapFile('map-small-framework', small, {
      role: first,
      situation: { all: true, destination: second, route: [first, second] },
    }),
    'profile-small-framework': profileFile('profile-small-framework', small, { role: first, to: second }),
    'picture-as-saved': savedPicture(),
  }
  return Object.fromEntries(
    Object.entries(elements).map(([name, element]) => [name, inLines(renderToStaticMarkup(element))]),
  )
}

/** One element a line, so that a change can be read in a comparison. */
function inLines(markup: string): string {
  return `${markup.replaceAll(/></g, '>\n<')}\n`
}
