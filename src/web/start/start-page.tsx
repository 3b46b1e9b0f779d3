// The first screen: where you are, what next, and an answer at once.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { STAY, type Target } from '../../core/target/target.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { usePageTitle } from '../parts/page-head.tsx'
import { RolePicker } from '../role/role-picker.tsx'
import { shellWords } from '../words/shell.ts'
import { startWords } from '../words/start.ts'
import { FirstAnswerView } from './first-answer-view.tsx'
import { NextChooser, NOT_SURE } from './next-chooser.tsx'
import { presetRole } from './preset-role.ts'
import './start.css'

export function StartPage() {
  usePageTitle(shellWords.name)
  const framework = useFramework()
  const me = useMe()
  const navigate = useNavigate()
  const search = useSearch({ from: '/' })
  const role = knownRole(framework, search.role ?? me.target?.role)
  const next = knownNext(framework, role, search.next ?? savedNext(me.target, search.role))
  return (
    <div className="start">
      <h1>{startWords.title}</h1>
      {next === undefined && framework.description ? (
        <p className="lead quiet">{framework.description}</p>
      ) : null}
      {me.openAssessment && me.openAssessment.ratings.length > 0 ? (
        <Resume count={me.openAssessment.ratings.length} />
      ) : null}
      <div className="start-form">
        <RolePicker
          framework={framework}
          label={startWords.where}
          value={role}
          onChange={(id) =>
            void navigate({ to: '/', search: { role: id, next: keepNext(search.next) }, replace: true })
          }
        />
        <NextChooser framework={framework} role={role} next={next} />
      </div>
      {next === undefined ? (
        <Hints />
      ) : (
        <FirstAnswerView key={`${role} ${next}`} framework={framework} role={role} next={next} />
      )}
    </div>
  )
}

/** What a choice will show, in the places where it will stand. */
function Hints() {
  return (
    <section className="start-hints" aria-label={startWords.invite}>
      <p className="quiet">{startWords.invite}</p>
      <ol>
        {startWords.hints.map((hint) => (
          <li key={hint.title}>
            <h2 className="answer-label">{hint.title}</h2>
            <p className="quiet small">{hint.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Resume({ count }: { count: number }) {
  return (
    <p className="quiet">
      {startWords.resume(count)} <Link to="/assess">{startWords.resumeLink}</Link>
    </p>
  )
}

function knownRole(framework: Framework, wanted: string | undefined): string {
  return wanted && findRole(framework, wanted) ? wanted : presetRole(framework)
}

/** Somebody who comes back finds what they chose; the address, where it says something, holds. */
function savedNext(target: Target | null, inAddress: string | undefined): string | undefined {
  if (!target || (inAddress !== undefined && inAddress !== target.role)) return undefined
  return target.destinations[0] ?? NOT_SURE
}

function knownNext(framework: Framework, role: string, wanted: string | undefined): string | undefined {
  if (wanted === undefined || wanted === STAY || wanted === NOT_SURE) return wanted
  return wanted !== role && findRole(framework, wanted) ? wanted : undefined
}

/** Another starting point keeps only the answers that hold everywhere. */
function keepNext(next: string | undefined): string | undefined {
  return next === STAY || next === NOT_SURE ? next : undefined
}
