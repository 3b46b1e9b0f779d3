// How the framework in use is read: for each skill those that the reader learned, how surely, why, and correcting it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { ExplainedLink } from '../../core/linking/explain-links.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { StillToCome } from '../parts/later.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { linksWords } from '../words/links.ts'
import { frameworksQuery } from './framework-queries.ts'
import { LinkRow } from './link-row.tsx'
import { useExplainedLinks } from './use-explained-links.ts'
import { useCorrectLink, useLinksCorrected } from './use-links.ts'
import './links.css'

export function LinksPage() {
  const framework = useFramework()
  const learned = useLearned()
  const links = useExplainedLinks(framework)
  const isList = links !== null && links !== 'failed'
  const through = isList ? links.filter(({ isLearned }) => !isLearned) : []
  return (
    <div className="links stack">
      <PageHead title={linksWords.title}>
        <p className="lead">{linksWords.lead(learned.skills.length)}</p>
        <p className="quiet">
          {isList && through.length === 0
            ? linksWords.allLearned(framework.name)
            : linksWords.through(framework.name)}{' '}
          <WhoCanSee of="skillLink" />
        </p>
      </PageHead>
      {links === null ? (
        <p role="status">
          {linksWords.working}
          <StillToCome />
        </p>
      ) : null}
      {links === 'failed' ? <p role="alert">{linksWords.failed}</p> : null}
      {isList ? <Lists framework={framework} learned={learned} links={links} /> : null}
    </div>
  )
}

/** The framework that the reader learned: the one that comes with Skillmap. */
function useLearned(): Framework {
  const me = useMe()
  const { frameworks } = useSuspenseQuery(frameworksQuery).data
  const builtIn = frameworks.find(({ kind }) => kind === 'built-in')?.versions[0]?.digest
  return useSuspenseQuery(frameworkQuery(builtIn ?? me.framework.digest)).data
}

function Lists(props: { framework: Framework; learned: Framework; links: readonly ExplainedLink[] }) {
  const { framework, learned, links } = props
  const corrected = useLinksCorrected(framework)
  const correct = useCorrectLink(framework)
  const [said, setSaid] = useState('')
  const row = (link: ExplainedLink) => (
    <LinkRow
      key={link.skill}
      framework={framework}
      learned={learned}
      link={link}
      corrected={corrected.find(({ skill }) => skill === link.skill)?.known ?? null}
      onCorrect={(known, name) => {
        setSaid(known === null ? linksWords.undone(name) : linksWords.saved(name))
        correct.mutate({ skill: link.skill, known })
      }}
    />
  )
  const itself = links.filter(({ isLearned }) => isLearned)
  const through = links.filter(({ isLearned }) => !isLearned)
  return (
    <>
      <ProblemLine error={correct.error} />
      <Reading hidden>{said}</Reading>
      {through.length === 0 ? null : (
        <section className="stack" aria-labelledby="links-through">
          <h2 id="links-through">{linksWords.own}</h2>
          <ul className="links-list">{through.map(row)}</ul>
        </section>
      )}
      {itself.length === 0 ? null : (
        <Disclosure summary={linksWords.learned(itself.length)}>
          <ul className="links-list">{itself.map(row)}</ul>
        </Disclosure>
      )}
    </>
  )
}
