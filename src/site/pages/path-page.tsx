// One path on a published site, with the mix of its roles drawn for a wide page, a narrow one and paper.
import type { CareerPath, Framework } from '../../core/framework/framework.ts'
import { pathMix } from '../../core/planning/path-mix.ts'
import { MixAtWidth, MixFrame } from '../../web/role/path-mix-figure.tsx'
import { PathView } from '../../web/role/path-view.tsx'

/** CSS pixels: a page on a laptop, a tablet or paper, and a phone. Style sheets show one of them. */
const WIDTHS = { wide: 1008, middle: 680, narrow: 328 } as const

export function PathPage({ framework, path }: { framework: Framework; path: CareerPath }) {
  const mix = pathMix(framework, path.id)
  const figure = (
    <MixFrame framework={framework} mix={mix}>
      {Object.entries(WIDTHS).map(([name, width]) => (
        <div key={name} data-drawn-for={name}>
          <MixAtWidth framework={framework} path={path} mix={mix} width={width} />
        </div>
      ))}
    </MixFrame>
  )
  return <PathView framework={framework} path={path} mix={mix} figure={figure} />
}
