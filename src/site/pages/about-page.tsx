// About the numbers of a framework, and which version of it the site shows.
import type { Framework } from '../../core/framework/framework.ts'
import { HardAndSoft } from '../../web/about/hard-and-soft.tsx'
import { NumbersView } from '../../web/about/numbers-view.tsx'
import { WorkedExample } from '../../web/about/worked-example.tsx'
import { aboutWords } from '../../web/words/about.ts'
import { siteWords } from '../../web/words/site.ts'
import { kindsThere } from '../kinds-there.ts'
import { HARD_AND_SOFT } from '../site-address.ts'

export function AboutPage({ framework, digest }: { framework: Framework; digest: string }) {
  const example = (
    <div id="worked-example">
      <WorkedExample framework={framework} />
    </div>
  )
  return (
    <>
      <NumbersView framework={framework} example={example} />
      {kindsThere(framework).length === 2 ? (
        <div className="section">
          <h2 id={HARD_AND_SOFT} className="visually-hidden">
            {aboutWords.title}
          </h2>
          <HardAndSoft framework={framework} />
        </div>
      ) : null}
      <section className="section stack">
        <h2>{siteWords.aboutThis}</h2>
        <dl className="facts">
          <Fact label={siteWords.versionLabel} text={framework.version} />
          <Fact label={siteWords.licence} text={framework.licence} />
          <Fact label={siteWords.fingerprint} text={digest} />
        </dl>
      </section>
    </>
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
