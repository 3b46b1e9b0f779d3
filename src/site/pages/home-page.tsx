// The first page of a site: the map as a picture with links, as tables, and all roles.
import type { Framework } from '../../core/framework/framework.ts'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { MapTables } from '../../web/charts/map-screen/map-tables.tsx'
import { createWhatIf } from '../../web/charts/profile/what-if.ts'
import { Disclosure } from '../../web/parts/disclosure.tsx'
import { KindMark } from '../../web/parts/hard-soft-bar.tsx'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { RolesByPath } from '../../web/role/roles-by-path.tsx'
import { presetRole } from '../../web/start/preset-role.ts'
import { aRole } from '../../web/words/names.ts'
import { siteWords } from '../../web/words/site.ts'
import { kindsThere } from '../kinds-there.ts'
import { StaticMap } from '../static-map.tsx'

export function HomePage({ framework }: { framework: Framework }) {
  const role = presetRole(framework)
  const levels = levelsAtExpectation(framework, role)
  return (
    <>
      <PageHead title={framework.name}>
        {framework.description ? <p className="lead">{framework.description}</p> : null}
        <p className="actions">
          <Link to="/map" className="button" data-look="main">
            {siteWords.home.tryHere}
          </Link>
        </p>
      </PageHead>
      <figure className="site-map">
        <figcaption>
          <p className="kind-legend">
            {kindsThere(framework).map((kind) => (
              <span key={kind}>
                <KindMark kind={kind} /> {framework.kinds[kind].name}
              </span>
            ))}
          </p>
          <p>
            {siteWords.home.lead}{' '}
            <span className="quiet">
              {siteWords.home.seenFrom(aRole(framework, role), framework.roles.length > 1)}
            </span>
          </p>
        </figcaption>
        <StaticMap framework={framework} role={role} />
      </figure>
      <Disclosure summary={siteWords.home.tables}>
        <MapTables
          framework={framework}
          source={createWhatIf(levels)}
          state={{ role, destination: null, lens: { kind: 'kinds' }, all: true, company: null, tables: true }}
          rated={false}
        />
      </Disclosure>
      <section aria-labelledby="all-roles">
        <h2 id="all-roles" className="visually-hidden">
          {siteWords.home.roles}
        </h2>
        <RolesByPath framework={framework} />
      </section>
    </>
  )
}
