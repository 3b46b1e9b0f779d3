// Comparing two roles on a published site, by a script.
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { matrixWords } from '../../web/words/matrix.ts'
import { siteWords } from '../../web/words/site.ts'

export function ComparePage() {
  return (
    <>
      <PageHead title={siteWords.compare}>
        <p className="lead quiet">{siteWords.compareLead}</p>
        <noscript>
          <p className="notice">{siteWords.compareNoScript}</p>
        </noscript>
      </PageHead>
      <div id="compare" />
      <p className="section">
        <Link to="/matrix">{matrixWords.toMatrix}</Link>
      </p>
    </>
  )
}
