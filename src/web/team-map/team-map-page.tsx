// The people whom one manages, side by side: skills down, people across by name, each with a range; and what follows.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useMemo, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { type TeamPerson, type TeamSkill, teamProfile, teamSkills } from '../../core/team-map/team-map.ts'
import { useFramework } from '../data/use-framework.ts'
import { useIsWide } from '../data/use-is-wide.ts'
import { PageHead } from '../parts/page-head.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { organisationWords } from '../words/organisation.ts'
import { teamMapWords } from '../words/team-map.ts'
import { TeamMapFollows } from './team-map-follows.tsx'
import { TeamMapList } from './team-map-list.tsx'
import { TeamMapTable } from './team-map-table.tsx'
import { TeamMapTakeOut } from './team-map-take-out.tsx'
import { teamMapQuery } from './use-team-map.ts'
import './team-map.css'

export function TeamMapPage() {
  const map = useSuspenseQuery(teamMapQuery).data
  const framework = useFramework()
  if (map === null)
    return (
      <PageHead title={teamMapWords.title}>
        <p className="lead">{teamMapWords.off}</p>
        <p className="quiet">{teamMapWords.offWhy}</p>
        <p>
          <Link to="/organisation/views">{organisationWords.toViews}</Link>
        </p>
      </PageHead>
    )
  const { people, purpose } = map
  const isEmpty = people.every((person) => person.known.length === 0)
  return (
    <div className="team-map">
      <PageHead title={teamMapWords.title}>
        <p className="lead quiet">{teamMapWords.lead}</p>
        <p className="quiet small">
          {teamMapWords.who} {teamMapWords.purpose(purpose)} <WhoCanSee of="teamMapPerson" shared />
        </p>
      </PageHead>
      {people.length === 0 ? <p>{teamMapWords.nobody}</p> : null}
      {people.length > 0 && isEmpty ? <p>{teamMapWords.nothing}</p> : null}
      {people.length > 0 ? <Whole framework={framework} people={people} isEmpty={isEmpty} /> : null}
    </div>
  )
}

type Show = keyof typeof teamMapWords.shows

const isShown: Record<Show, (skill: TeamSkill) => boolean> = {
  all: ({ cells }) => cells.size > 0,
  below: ({ cells }) => [...cells.values()].some(({ standing }) => standing === 'below'),
  one: ({ restsOnOne }) => restsOnOne,
  none: ({ nobodyCarries }) => nobodyCarries,
}

function Whole(props: { framework: Framework; people: TeamPerson[]; isEmpty: boolean }) {
  const { framework, people, isEmpty } = props
  const id = useId()
  const isWide = useIsWide()
  const [show, setShow] = useState<Show>('all')
  const [group, setGroup] = useState('')
  const skills = useMemo(() => teamSkills(framework, people), [framework, people])
  const profile = useMemo(() => teamProfile(framework, people, skills), [framework, people, skills])
  const unshown = skills.filter(({ cells }) => cells.size === 0).length
  const shown = skills.filter((one) => isShown[show](one) && (group === '' || one.skill.group === group))
  const Body = isWide ? TeamMapTable : TeamMapList
  return (
    <>
      {isEmpty ? null : (
        <>
          <div className="team-map-choices no-print">
            <div className="field">
              <label htmlFor={`${id}show`}>{teamMapWords.show}</label>
              <select
                id={`${id}show`}
                className="select"
                value={show}
                onChange={(event) => setShow(event.target.value as Show)}
              >
                {(Object.keys(teamMapWords.shows) as Show[]).map((one) => (
                  <option key={one} value={one}>
                    {teamMapWords.shows[one]}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor={`${id}group`}>{teamMapWords.group}</label>
              <select
                id={`${id}group`}
                className="select"
                value={group}
                onChange={(event) => setGroup(event.target.value)}
              >
                <option value="">{teamMapWords.allGroups}</option>
                {framework.groups.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </div>
          </div>
          {unshown === 0 || show !== 'all' ? null : (
            <p className="small quiet">{teamMapWords.unshown(unshown)}</p>
          )}
          {shown.length === 0 ? (
            <p role="status">{teamMapWords.noneShown}</p>
          ) : (
            <Body framework={framework} people={people} skills={shown} />
          )}
        </>
      )}
      <TeamMapFollows framework={framework} people={people} skills={skills} profile={profile} />
      {isEmpty ? null : <TeamMapTakeOut />}
    </>
  )
}
