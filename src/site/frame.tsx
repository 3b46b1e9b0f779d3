// The frame around every page of a published site: name, ways around, and what is honest about it.
import type { ReactNode } from 'react'
import type { Framework } from '../core/framework/framework.ts'
import { Mark } from '../web/parts/mark.tsx'
import { numbersTitle } from '../web/words/level.ts'
import { shellWords } from '../web/words/shell.ts'
import { siteWords } from '../web/words/site.ts'
import { wayUp } from './site-address.ts'

const AROUND = [
  ['index.html', shellWords.map],
  ['try.html', siteWords.tryIt],
  ['roles.html', shellWords.roles],
  ['skills.html', shellWords.skills],
  ['matrix.html', siteWords.matrix],
  ['moves.html', siteWords.moves],
  ['compare.html', siteWords.compare],
  ['search.html', siteWords.search],
] as const

export function Frame(props: { framework: Framework; page: string; wide: boolean; children?: ReactNode }) {
  const { framework, page } = props
  const up = wayUp(page)
  const wide = props.wide || undefined
  return (
    <div className="shell">
      <a className="shell-skip" href="#page">
        {shellWords.skip}
      </a>
      <header className="shell-head">
        <div className="shell-inner" data-wide={wide}>
          <div className="shell-bar">
            <a href={`${up}index.html`} className="shell-name">
              <Mark />
              {framework.name}
            </a>
            <nav className="shell-nav" aria-label={shellWords.navigation}>
              {AROUND.map(([file, name]) => (
                <a key={file} href={up + file} aria-current={file === page ? 'page' : undefined}>
                  {name}
                </a>
              ))}
            </nav>
            <button type="button" className="site-theme no-print" data-theme-switch hidden>
              {siteWords.theme}
            </button>
          </div>
        </div>
      </header>
      <main id="page" className="shell-main" tabIndex={-1}>
        <div className="shell-inner" data-wide={wide}>
          {props.children}
        </div>
      </main>
      <Foot framework={framework} up={up} wide={wide} />
    </div>
  )
}

function Foot({ framework, up, wide }: { framework: Framework; up: string; wide: true | undefined }) {
  const facts = [siteWords.version(framework.version), framework.licence, siteWords.madeWith]
  return (
    <footer className="shell-foot">
      <div className="shell-inner" data-wide={wide}>
        <p>{siteWords.foot}</p>
        <p>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
        <ul>
          <li>
            <a href={`${up}about.html`}>{numbersTitle}</a>
          </li>
          <li>
            <a href={`${up}glossary.html`}>{shellWords.glossary}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
