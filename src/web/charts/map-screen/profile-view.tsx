// The elevation profile on the page: hands on it, names that follow the numbers, and what a level means.
import { memo, useCallback, useMemo, useState } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { mapWords } from '../../words/map.ts'
import { aRole } from '../../words/names.ts'
import { type Palette, pagePalette } from '../palette.ts'
import { type ProfileGeometry, profileGeometry } from '../profile/geometry.ts'
import { namedSkills, nameOf } from '../profile/named-skills.ts'
import { placeNames } from '../profile/place-names.ts'
import { Profile } from '../profile/profile.tsx'
import { TopNames } from '../profile/top-names.tsx'
import { useColumnHands } from '../profile/use-column-hands.ts'
import { useMorph } from '../profile/use-morph.ts'
import type { WhatIf } from '../profile/what-if.ts'
import { type LiveSources, useLevelsOf } from './live.ts'
import { SkillPanel } from './skill-panel.tsx'

export interface ProfileViewProps {
  framework: Framework
  role: string
  /** Whose expectations make the ridge; one's own role while staying or undecided. */
  toRole: string
  /** Staying names what could go deeper; being undecided names nothing. */
  staying: boolean
  whatIf: WhatIf
  sources: LiveSources
  size: number
}

export function ProfileView(props: ProfileViewProps) {
  const { framework, toRole, whatIf, size } = props
  const palette = useMemo(() => pagePalette(framework), [framework])
  const target = useMemo(
    () => profileGeometry(framework, whatIf.base, toRole),
    [framework, whatIf.base, toRole],
  )
  const geometry = useMorph(target)
  const [held, setHeld] = useState<string | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const onShow = useCallback((skill: string | null, hold: boolean) => {
    if (hold) setHeld(skill)
    setPointed(skill)
  }, [])
  const hands = useColumnHands({ geometry: target, whatIf, onShow })
  const columns = target.columns.filter((column) => column.width > 0)
  const first = columns[0]?.skill ?? null
  const tabStop = columns.some((column) => column.skill === held) ? held : first
  const naming = { role: props.role, toRole, staying: props.staying }
  const startsWith = namedSkills(framework, whatIf.base, naming)[0]?.skill ?? first
  return (
    <>
      <Profile
        framework={framework}
        geometry={geometry}
        palette={palette}
        size={size}
        whatIf={whatIf}
        tabStop={tabStop}
        label={mapWords.profileLabel(aRole(framework, toRole))}
        listeners={hands}
      >
        <LiveNames {...props} palette={palette} geometry={geometry} pointed={pointed} />
      </Profile>
      <SkillPanel
        framework={framework}
        whatIf={whatIf}
        source={props.sources.panel}
        toRole={toRole}
        fromRole={props.role}
        skill={pointed ?? (tabStop === held ? held : null) ?? startsWith}
      />
    </>
  )
}

interface LiveNamesProps extends ProfileViewProps {
  palette: Palette
  geometry: ProfileGeometry
  pointed: string | null
}

/** The five highest scores; while another column is pointed at, that one alone. */
const LiveNames = memo(function LiveNames(props: LiveNamesProps) {
  const { framework, pointed, size } = props
  const levels = useLevelsOf(props.sources.names)
  const { role, toRole, staying } = props
  const top = useMemo(
    () => namedSkills(framework, levels, { role, toRole, staying }),
    [framework, levels, role, toRole, staying],
  )
  const isNamed = pointed === null || top.some((name) => name.skill === pointed)
  const wanted = isNamed ? top : [nameOf(framework, levels, props.toRole, pointed)]
  return (
    <TopNames
      names={placeNames(wanted, props.geometry, size, levels)}
      size={size}
      palette={props.palette}
      pointed={pointed}
    />
  )
})
