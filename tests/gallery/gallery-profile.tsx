// One state of the elevation profile as a file: the same components as on the page, in fixed colours.
import type { Framework } from '../../src/core/framework/framework.ts'
import { type Levels, levelsAtExpectation } from '../../src/core/planning/levels.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'
import { profileGeometry } from '../../src/web/charts/profile/geometry.ts'
import { namedSkills } from '../../src/web/charts/profile/named-skills.ts'
import { placeNames } from '../../src/web/charts/profile/place-names.ts'
import { PROFILE_HEIGHT, PROFILE_WIDTH, Profile } from '../../src/web/charts/profile/profile.tsx'
import { TopNames } from '../../src/web/charts/profile/top-names.tsx'
import { labelSize } from '../../src/web/charts/text-width.ts'

export interface ProfileState {
  role: string
  to: string
  staying?: boolean
  theme?: 'light' | 'dark'
  width?: number
  levels?: Levels
  /** What is tried on top of the levels. */
  whatIf?: Levels
}

export function GalleryProfile({ framework, state }: { framework: Framework; state: ProfileState }) {
  const palette = plainPalette(framework, state.theme ?? 'light')
  const base = state.levels ?? levelsAtExpectation(framework, state.role)
  const levels = state.whatIf ?? base
  const size = labelSize((state.width ?? PROFILE_WIDTH) / PROFILE_WIDTH)
  const geometry = profileGeometry(framework, levels, state.to)
  const naming = { role: state.role, toRole: state.to, staying: state.staying ?? false }
  const named = namedSkills(framework, levels, naming)
  return (
    <Profile
      framework={framework}
      geometry={geometry}
      palette={palette}
      size={size}
      whatIf={{ subscribe: () => () => {}, levels: () => levels, base }}
      tabStop={null}
      label="Elevation profile"
    >
      <TopNames names={placeNames(named, geometry, size, levels)} size={size} palette={palette} />
    </Profile>
  )
}

/** Of the file, in CSS pixels. */
export function profileSize(state: ProfileState): { width: number; height: number } {
  const width = state.width ?? PROFILE_WIDTH
  return { width, height: Math.round((PROFILE_HEIGHT * width) / PROFILE_WIDTH) }
}
