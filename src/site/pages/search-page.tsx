// Everything of a framework in one list: to be searched with a script, and read or searched by the browser without.
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { moveWords } from '../../web/words/move.ts'
import { quoted, roleInSentence } from '../../web/words/names.ts'
import { siteWords } from '../../web/words/site.ts'

const { kinds } = siteWords

export function SearchPage({ framework }: { framework: Framework }) {
  return (
    <>
      <PageHead title={siteWords.search}>
        <p className="lead quiet">{siteWords.searchLead}</p>
      </PageHead>
      <div className="field no-print" data-search hidden>
        <label htmlFor="search">{siteWords.searchField}</label>
        <input id="search" className="input" type="search" autoComplete="off" />
        <output
          className="small quiet"
          aria-live="polite"
          data-search-count
          data-none={siteWords.searchNone}
        />
      </div>
      <ul className="site-entries section" data-search-list>
        {framework.roles.map((role) => (
          <Entry key={role.id} kind={kinds.role} about={role.purpose}>
            <Link to="/role/$role" params={{ role: role.id }}>
              {role.name}
            </Link>
          </Entry>
        ))}
        {framework.skills.map((skill) => (
          <Entry key={skill.id} kind={kinds.skill} about={skill.definition}>
            <Link to="/skill/$skill" params={{ skill: skill.id }}>
              {skill.name}
            </Link>
          </Entry>
        ))}
        {framework.moves.map(({ from, to, changes }) => (
          <Entry key={`${from} ${to}`} kind={kinds.move} about={changes}>
            <Link to="/move/$from/$to" params={{ from, to }}>
              {moveWords.title(roleInSentence(framework, from), roleInSentence(framework, to))}
            </Link>
          </Entry>
        ))}
        {framework.skills.flatMap((skill) =>
          skill.phrases.map((phrase) => (
            <Entry key={`${skill.id} ${phrase.text}`} kind={kinds.said} about={skill.name}>
              <Link to="/skill/$skill" params={{ skill: skill.id }}>
                {quoted(phrase.text)}
              </Link>
            </Entry>
          )),
        )}
      </ul>
    </>
  )
}

function Entry(props: { kind: string; about: string | undefined; children: ReactNode }) {
  return (
    <li>
      <p>
        {props.children} <span className="small quiet">{props.kind}</span>
      </p>
      {props.about ? <p className="small quiet">{props.about}</p> : null}
    </li>
  )
}
