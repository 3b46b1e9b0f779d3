// Two roles side by side, chosen on a published site.
import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { RolesCompared } from '../../web/compare/roles-compared.tsx'
import { TwoRoles } from '../../web/compare/two-roles.tsx'
import { WayfindingContext } from '../../web/parts/wayfinding.tsx'
import { naturalDestinations } from '../../web/start/natural-destinations.ts'
import { presetRole } from '../../web/start/preset-role.ts'
import { compareWords } from '../../web/words/compare.ts'
import { siteWayfinding } from '../site-wayfinding.tsx'
import { useFragment } from './use-fragment.ts'

export function CompareTwo({ framework }: { framework: Framework }) {
  const [fragment, setFragment] = useFragment()
  const wayfinding = useMemo(() => siteWayfinding(framework, 'compare.html'), [framework])
  const a = findRole(framework, fragment.a ?? '') ?? findRole(framework, presetRole(framework))
  const b = findRole(framework, fragment.b ?? '') ?? (a ? otherThan(framework, a.id) : undefined)
  if (!a || !b) return null
  const go = (first: string, second: string) => setFragment({ a: first, b: second })
  return (
    <WayfindingContext value={wayfinding}>
      <TwoRoles framework={framework} a={a.id} b={b.id} onChoose={go} />
      {a.id === b.id ? <p>{compareWords.sameRole}</p> : <RolesCompared framework={framework} a={a} b={b} />}
    </WayfindingContext>
  )
}

function otherThan(framework: Framework, role: string) {
  const [natural] = naturalDestinations(framework, role)
  return findRole(framework, natural ?? '') ?? framework.roles.find((one) => one.id !== role)
}
