// The numbers worked out for two roles that a reader of a published site chooses.
import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { WorkedExample } from '../../web/about/worked-example.tsx'
import { WayfindingContext } from '../../web/parts/wayfinding.tsx'
import { siteWayfinding } from '../site-wayfinding.tsx'
import { useFragment } from '../try-it/use-fragment.ts'

export function ChosenExample({ framework }: { framework: Framework }) {
  const [{ from, to }, setFragment] = useFragment()
  const wayfinding = useMemo(() => siteWayfinding(framework, 'about.html'), [framework])
  return (
    <WayfindingContext value={wayfinding}>
      <WorkedExample framework={framework} from={from} to={to} onChoose={setFragment} />
    </WayfindingContext>
  )
}
