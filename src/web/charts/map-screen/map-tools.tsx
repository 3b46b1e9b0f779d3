// The controls of the map: where you are, what to look through, how much to show, whose grades.
import type { ReactNode } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import type { Target } from '../../../core/target/target.ts'
import { ToolPick, ToolSwitch } from '../../parts/tools.tsx'
import { useNavigate } from '../../parts/wayfinding.tsx'
import { RoleOptions } from '../../role/role-options.tsx'
import { mapWords } from '../../words/map.ts'
import type { Lens } from '../trail-map/read-stations.ts'
import { type MapState, writeMapState } from './map-state.ts'

interface ToolsProps {
  framework: Framework
  state: MapState
  target: Target | null
}

function useMapState({ framework, state, target }: ToolsProps) {
  const navigate = useNavigate()
  return (change: Partial<MapState>) =>
    void navigate({
      to: '/map',
      search: writeMapState(framework, { ...state, ...change }, target),
      resetScroll: false,
    })
}

/** `children`: a further control, after the first. */
export function MapTools(props: ToolsProps & { children?: ReactNode }) {
  const { framework, state } = props
  const set = useMapState(props)
  return (
    <div className="tools no-print">
      <ToolPick
        label={mapWords.youAre}
        value={state.role}
        onPick={(role) => set({ role, destination: null })}
        options={<RoleOptions framework={framework} />}
      />
      {props.children}
      <ToolPick
        label={mapWords.lens}
        value={lensValue(state.lens)}
        onPick={(value) => set({ lens: lensOf(value) })}
        options={<LensOptions framework={framework} />}
      />
      {framework.companies.length > 0 && framework.bands.length > 0 ? (
        <ToolPick
          label={mapWords.grades}
          value={state.company ?? ''}
          onPick={(company) => set({ company: company || null })}
          options={
            <>
              <option value="">{mapWords.gradesNone}</option>
              {framework.companies.map((company) => (
                <option key={company.id} value={company.id}>
                  {mapWords.gradesOf(company.name)}
                </option>
              ))}
            </>
          }
        />
      ) : null}
      <ToolSwitch
        label={mapWords.showAll(framework.roles.length)}
        on={state.all}
        onSwitch={(all) => set({ all })}
      />
      <ToolSwitch label={mapWords.asTables} on={state.tables} onSwitch={(tables) => set({ tables })} />
    </div>
  )
}

function lensValue(lens: Lens): string {
  return lens.kind === 'skill' ? lens.skill : lens.kind
}

function lensOf(value: string): Lens {
  if (value === 'kinds' || value === 'groups') return { kind: value }
  return { kind: 'skill', skill: value }
}

function LensOptions({ framework }: { framework: Framework }) {
  return (
    <>
      <option value="kinds">{mapWords.lensKinds}</option>
      <option value="groups">{mapWords.lensGroups(framework.groups.length)}</option>
      {framework.groups.map((group) => (
        <optgroup key={group.id} label={group.name}>
          {framework.skills
            .filter((skill) => skill.group === group.id)
            .map((skill) => (
              <option key={skill.id} value={skill.id}>
                {skill.name}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  )
}
