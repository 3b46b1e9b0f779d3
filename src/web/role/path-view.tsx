// A path in full: its roles as they rise, how what they rest on changes, and the ways in and out.
import type { ReactNode } from 'react'
import type { CareerPath, Framework, Move, Role } from '../../core/framework/framework.ts'
import { findRole, findSkill } from '../../core/framework/look-up.ts'
import { rolesOfPath } from '../../core/framework/roles-of-path.ts'
import type { PathMix, SkillShift } from '../../core/planning/path-mix.ts'
import { PageHead } from '../parts/page-head.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { weightsInWords } from '../words/level.ts'
import { roleInSentence, roleName } from '../words/names.ts'
import { pathWords } from '../words/path.ts'
import { roleWords } from '../words/role.ts'

/** `figure`: how the mix is drawn where this is shown. */
export function PathView(props: { framework: Framework; path: CareerPath; mix: PathMix; figure: ReactNode }) {
  const { framework, path, mix } = props
  const roles = rolesOfPath(framework, path.id)
  return (
    <>
      <PageHead title={path.name} eyebrow={pathWords.eyebrow}>
        {path.about ? <p className="lead">{path.about}</p> : null}
      </PageHead>
      {roles.length === 0 ? (
        <p>{pathWords.noRoles}</p>
      ) : (
        <>
          <section className="stack">
            <h2>{pathWords.mix}</h2>
            {props.figure}
          </section>
          <section className="section stack">
            <h2>{pathWords.roles(roles.length)}</h2>
            {framework.bands.length === 0 ? <p className="quiet small">{pathWords.noBands}</p> : null}
            <Roles framework={framework} roles={roles} />
            <p className="no-print">
              <Link to="/matrix" search={{ path: path.id }}>
                {pathWords.inMatrix}
              </Link>
            </p>
          </section>
          <Shifts framework={framework} mix={mix} />
        </>
      )}
      <div className="section columns">
        <Ways framework={framework} path={path} direction="out" />
        <Ways framework={framework} path={path} direction="in" />
      </div>
      <OtherPaths framework={framework} path={path} />
    </>
  )
}

function Roles({ framework, roles }: { framework: Framework; roles: Role[] }) {
  return (
    <ol className="path-roles">
      {roles.map((role) => {
        const band = framework.bands.find((one) => one.band === role.band)
        const facts = [
          { label: roleWords.band, text: band?.name },
          { label: roleWords.scope, text: role.scope },
          { label: roleWords.usualStay, text: role.usualStay?.text },
        ].filter((fact) => fact.text)
        return (
          <li key={role.id}>
            <div>
              <h3>
                <Link to="/role/$role" params={{ role: role.id }}>
                  {role.name}
                </Link>
              </h3>
              {role.purpose ? <p>{role.purpose}</p> : null}
            </div>
            <dl className="path-facts">
              {facts.map((fact) => (
                <div key={fact.label}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.text}</dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ol>
  )
}

function Shifts({ framework, mix }: { framework: Framework; mix: PathMix }) {
  if (!mix.from || !mix.to) return null
  return (
    <section className="section stack">
      <h2>{pathWords.shifts}</h2>
      <p className="quiet small">
        {pathWords.shiftsHelp(roleInSentence(framework, mix.from.id), roleInSentence(framework, mix.to.id))}
      </p>
      <div className="columns">
        <ShiftList framework={framework} title={pathWords.rising} shifts={mix.rising} />
        <ShiftList framework={framework} title={pathWords.fading} shifts={mix.fading} />
      </div>
    </section>
  )
}

function ShiftList(props: { framework: Framework; title: string; shifts: SkillShift[] }) {
  const { framework, title, shifts } = props
  return (
    <div className="stack-s">
      <h3>{title}</h3>
      {shifts.length === 0 ? <p className="quiet">{pathWords.fadingNone}</p> : null}
      <ul className="path-shifts">
        {shifts.map((shift) => {
          const skill = findSkill(framework, shift.skill)
          return skill ? (
            <li key={shift.skill}>
              <SkillLink framework={framework} skill={skill} />
              <span className="small quiet">
                {pathWords.levels(shift.levelBefore, shift.levelAfter)},{' '}
                {weightsInWords(shift.weightBefore, shift.weightAfter)}
              </span>
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}

/** Moves that cross the border of the path, in the framework's order. */
function Ways(props: { framework: Framework; path: CareerPath; direction: 'in' | 'out' }) {
  const { framework, path, direction } = props
  const isOn = (role: string) => findRole(framework, role)?.path === path.id
  const moves = framework.moves.filter((move) =>
    direction === 'out' ? isOn(move.from) && !isOn(move.to) : !isOn(move.from) && isOn(move.to),
  )
  return (
    <section className="stack">
      <h2>{pathWords[direction]}</h2>
      {moves.length === 0 ? <p className="quiet">{pathWords[`${direction}None`]}</p> : null}
      <ul className="path-ways">
        {moves.map((move) => (
          <Way key={`${move.from} ${move.to}`} framework={framework} move={move} />
        ))}
      </ul>
    </section>
  )
}

function Way({ framework, move }: { framework: Framework; move: Move }) {
  return (
    <li>
      <Link to="/move/$from/$to" params={{ from: move.from, to: move.to }}>
        {pathWords.move(roleName(framework, move.from), roleInSentence(framework, move.to))}
      </Link>{' '}
      <span className="small quiet">{framework.moveKinds[move.kind].name.toLowerCase()}</span>
      {move.changes ? <p className="small quiet">{move.changes}</p> : null}
    </li>
  )
}

function OtherPaths({ framework, path }: { framework: Framework; path: CareerPath }) {
  const others = framework.paths.filter((one) => one.id !== path.id)
  if (others.length === 0) return null
  return (
    <nav className="section no-print" aria-label={pathWords.others}>
      <h2>{pathWords.others}</h2>
      <ul className="path-others">
        {others.map((other) => (
          <li key={other.id}>
            <Link to="/path/$path" params={{ path: other.id }}>
              {other.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
