// Two roles side by side where the framework leaves things unsaid.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { WayfindingContext } from '../parts/wayfinding.tsx'
import { RolesCompared } from './roles-compared.tsx'

const framework = loadFramework(BUILT_IN)
const places = { Link: () => null, useNavigate: () => null, mapHref: () => '' }

function shown(of: Framework): string {
  const [a, b] = of.roles
  if (a === undefined || b === undefined) throw new Error('Two roles are needed.')
  return renderToStaticMarkup(
    <WayfindingContext value={places}>
      <RolesCompared framework={of} a={a} b={b} />
    </WayfindingContext>,
  )
}

it('draws no share of hard skills where no kind is known, and says so', () => {
  const unsaid = 'The framework does not say which skills of this role are hard'
  const bare = {
    ...framework,
    skills: framework.skills.map((skill) => ({ ...skill, kind: 'unknown' as const })),
  }
  expect(shown(bare).split(unsaid)).toHaveLength(3)
  expect(shown(bare)).not.toContain('kind-bar')
  expect(shown(framework)).toContain('kind-bar')
  expect(shown(framework)).not.toContain(unsaid)
})
