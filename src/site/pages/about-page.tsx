// About the numbers of a framework: what they are, how figures come about, what was assumed.
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { Disclosure } from '../../web/parts/disclosure.tsx'
import { HardAndSoft } from '../../web/parts/hard-and-soft.tsx'
import { PageHead } from '../../web/parts/page-head.tsx'
import { aboutWords } from '../../web/words/about.ts'
import { siteWords } from '../../web/words/site.ts'
import { kindsThere } from '../kinds-there.ts'

export function AboutPage({ framework, digest }: { framework: Framework; digest: string }) {
  return (
    <>
      <PageHead title={siteWords.aboutTitle}>
        {framework.honesty ? <p className="lead">{framework.honesty}</p> : null}
      </PageHead>
      <Part title={siteWords.aboutFigures}>
        {siteWords.aboutFiguresText.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Part>
      {framework.countingRule ? (
        <Part title={siteWords.aboutCounting}>
          <p>{framework.countingRule}</p>
        </Part>
      ) : null}
      <Part title={siteWords.aboutScale}>
        <Scale framework={framework} />
      </Part>
      {kindsThere(framework).length === 2 ? (
        <div className="section">
          <h2 className="visually-hidden">{aboutWords.title}</h2>
          <HardAndSoft framework={framework} />
        </div>
      ) : null}
      <Sources framework={framework} />
      <Assumptions framework={framework} />
      <Part title={siteWords.aboutThis}>
        <dl className="facts">
          <Fact label={siteWords.versionLabel} text={framework.version} />
          <Fact label={siteWords.licence} text={framework.licence} />
          <Fact label={siteWords.fingerprint} text={digest} />
        </dl>
      </Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="section stack">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Fact({ label, text }: { label: string; text: string | undefined }) {
  if (text === undefined || text === '') return null
  return (
    <div>
      <dt>{label}</dt>
      <dd className="site-long">{text}</dd>
    </div>
  )
}

function Table({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <div className="scroll-x">
      <table className="data-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, index) => (
                <td key={heads[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Scale({ framework }: { framework: Framework }) {
  const isTold = framework.scale.some((step) => step.tell !== undefined)
  const rows = framework.scale.map(({ level, name, tell }) => [
    String(level),
    name,
    ...(isTold ? [tell ?? ''] : []),
  ])
  const heads = [siteWords.levelColumn, siteWords.nameColumn, ...(isTold ? [siteWords.tellColumn] : [])]
  return <Table heads={heads} rows={rows} />
}

function Sources({ framework }: { framework: Framework }) {
  if (framework.sources.length === 0) return null
  return (
    <Part title={siteWords.aboutSources}>
      <ul className="marked-list">
        {framework.sources.map(({ author, title, usedFor }) => (
          <li key={`${author} ${title}`}>{[author, title, usedFor].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </Part>
  )
}

function Assumptions({ framework }: { framework: Framework }) {
  if (framework.assumptions.length === 0) return null
  const rows = framework.assumptions.map(({ where, field, assumed }) => [where, field, assumed])
  return (
    <Part title={siteWords.aboutAssumed}>
      <p className="quiet">{siteWords.aboutAssumedHelp}</p>
      <Disclosure summary={siteWords.assumedCount(rows.length)}>
        <Table heads={[siteWords.where, siteWords.field, siteWords.assumed]} rows={rows} />
      </Disclosure>
    </Part>
  )
}
