// What to work on first, for one destination or for several at once.
import { Link, useSearch } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { STAY } from '../../core/target/target.ts'
import { PlateauNote } from '../ahead/plateau-note.tsx'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useLevels } from '../levels/use-levels.ts'
import { PageHead } from '../parts/page-head.tsx'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { presetRole } from '../start/preset-role.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { aheadWords } from '../words/ahead.ts'
import { focusWords } from '../words/focus.ts'
import { aRole } from '../words/names.ts'
import { DestinationChooser, MOST_DESTINATIONS } from './destination-chooser.tsx'
import { SharedFocusView } from './shared-focus-view.tsx'
import { SingleFocus } from './single-focus.tsx'
import './focus.css'

export function FocusPage() {
  const framework = useFramework()
  const me = useMe()
  const search = useSearch({ from: '/focus' })
  const role = me.target?.role ?? presetRole(framework)
  const levels = useLevels(role)
  const chosen = chosenDestinations(framework, role, search.to, me.target?.destinations)
  const roles = chosen.filter((id) => id !== STAY)
  const single = roles.length === 1 ? roles[0] : undefined
  return (
    <>
      <PageHead title={focusWords.title}>
        <p className="lead quiet">
          {single ? focusWords.lead(aRole(framework, single)) : null}
          {roles.length > 1 ? focusWords.leadMany : null} <WhoCanSee of="rating" />
        </p>
        <DestinationChooser framework={framework} role={role} chosen={chosen} />
        <AssumedNote levels={levels} />
        <p className="small no-print">
          <Link to="/levels">{focusWords.levels}</Link>
        </p>
      </PageHead>
      {chosen.includes(STAY) ? <StayHint role={role} /> : <PlateauNote destinations={roles} />}
      {single ? (
        <SingleFocus
          framework={framework}
          levels={levels}
          from={role}
          to={single}
          sort={search.sort === 'quick' ? 'quick' : 'worth'}
        />
      ) : null}
      {roles.length > 1 ? (
        <SharedFocusView framework={framework} levels={levels} from={role} to={roles} />
      ) : null}
      {chosen.length === 0 ? <p>{focusWords.empty}</p> : null}
      {chosen.length > 0 ? (
        <ul className="section marked-list no-print">
          {roles.length > 0 ? (
            <li>
              <Link to="/plan" search={{ to: roles.join(',') }}>
                {focusWords.plan}
              </Link>
            </li>
          ) : null}
          <li>
            <Link to="/ahead" search={{ from: role, via: chosen.join('~') }}>
              {chosen.length > 1 ? aheadWords.openMany : aheadWords.open}
            </Link>
          </li>
        </ul>
      ) : null}
    </>
  )
}

/** What the address says, else what is saved, else what most people think of first. */
function chosenDestinations(
  framework: Framework,
  role: string,
  inAddress: string | undefined,
  saved: string[] | undefined,
): string[] {
  const wanted =
    inAddress?.split(',') ?? (saved && saved.length > 0 ? saved : naturalDestinations(framework, role))
  const known = wanted.filter((id) => id === STAY || (id !== role && findRole(framework, id)))
  return [...new Set(known)].slice(0, MOST_DESTINATIONS)
}

function AssumedNote({ levels }: { levels: Levels }) {
  if (Object.values(levels).some((entry) => !entry.assumed)) return null
  return (
    <p className="notice">
      {focusWords.assumedAll} <Link to="/assess">{focusWords.assess}</Link>
    </p>
  )
}

function StayHint({ role }: { role: string }) {
  return (
    <p>
      {focusWords.stay}{' '}
      <Link to="/move/$from/$to" params={{ from: role, to: STAY }}>
        {focusWords.stayLink}
      </Link>
    </p>
  )
}
