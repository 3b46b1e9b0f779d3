// The place where a visitor tries things out; a script fills it.
import { PageHead } from '../../web/parts/page-head.tsx'
import { siteWords } from '../../web/words/site.ts'

export function TryPage() {
  return (
    <>
      <PageHead title={siteWords.tryIt}>
        <p className="lead">{siteWords.tryLead}</p>
        <p className="quiet small">{siteWords.tryPrivate}</p>
        <noscript>
          <p className="notice">{siteWords.tryNoScript}</p>
        </noscript>
      </PageHead>
      <div id="try-it" className="map-page" />
    </>
  )
}
