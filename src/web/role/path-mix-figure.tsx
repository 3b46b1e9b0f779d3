// The mix of a path as a figure with its reading above and the same as a table below.
import { type ReactNode, useRef } from 'react'
import type { CareerPath, Framework } from '../../core/framework/framework.ts'
import type { PathMix } from '../../core/planning/path-mix.ts'
import { useWidth } from '../charts/map-screen/use-width.ts'
import { pagePalette } from '../charts/palette.ts'
import { mixGeometry } from '../charts/path-mix/geometry.ts'
import { PathMixDrawing } from '../charts/path-mix/path-mix.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { GroupTag } from '../parts/group-dot.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { percent } from '../words/kind.ts'
import { roleInSentence } from '../words/names.ts'
import { pathWords } from '../words/path.ts'

/** CSS pixels between the margins of a sheet of A4, upright. */
const ON_PAPER = 680

interface FigureProps {
  framework: Framework
  path: CareerPath
  mix: PathMix
}

export function PathMixFigure({ framework, path, mix }: FigureProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(sheet)
  return (
    <MixFrame framework={framework} mix={mix}>
      <div ref={sheet} className="no-print">
        {width === null ? null : <MixAtWidth framework={framework} path={path} mix={mix} width={width} />}
      </div>
      <div className="print-only">
        <MixAtWidth framework={framework} path={path} mix={mix} width={ON_PAPER} />
      </div>
    </MixFrame>
  )
}

/** The drawing for a width in CSS pixels, with a key where the groups are not named in it. */
export function MixAtWidth({ framework, path, mix, width }: FigureProps & { width: number }) {
  const geometry = mixGeometry(framework, mix, width)
  return (
    <>
      <PathMixDrawing
        geometry={geometry}
        palette={pagePalette(framework)}
        label={pathWords.mixLabel(path.name)}
      />
      {geometry.lying ? (
        <p className="path-key">
          {framework.groups.map((group) => (
            <GroupTag key={group.id} framework={framework} group={group.id} />
          ))}
        </p>
      ) : null}
    </>
  )
}

/** What stands around the drawing: its reading, how to look at it, and the same as a table. */
export function MixFrame(props: { framework: Framework; mix: PathMix; children: ReactNode }) {
  const { framework, mix } = props
  return (
    <figure className="path-figure stack-s">
      <figcaption className="stack-s">
        <p className="lead">{mixReading(framework, mix)}</p>
        <p className="small quiet">{pathWords.help}</p>
      </figcaption>
      {props.children}
      <Disclosure summary={pathWords.table}>
        <MixTable framework={framework} mix={mix} />
      </Disclosure>
    </figure>
  )
}

/** The figure in one sentence, for those who do not see it and for those who do. */
function mixReading(framework: Framework, mix: PathMix): string {
  const { from, to, grows, shrinks } = mix
  if (!from || !to) {
    const only = mix.columns[0]
    const most = only?.shares.toSorted((a, b) => b.share - a.share)[0]
    return only && most ? pathWords.single(only.role.name, most.name, percent(most.share)) : ''
  }
  const soft = (role: string) => mix.columns.find((one) => one.role.id === role)?.soft ?? null
  const [before, after] = [soft(from.id), soft(to.id)]
  const parts = [
    grows ? pathWords.grows(grows.name, percent(grows.before), percent(grows.after)) : '',
    shrinks ? pathWords.shrinks(shrinks.name, percent(shrinks.before), percent(shrinks.after)) : '',
    before === null || after === null ? '' : pathWords.softFrom(percent(before), percent(after)),
  ].filter((part) => part !== '')
  return pathWords.reading(roleInSentence(framework, from.id), roleInSentence(framework, to.id), parts)
}

function MixTable({ framework, mix }: { framework: Framework; mix: PathMix }) {
  return (
    <div className="scroll-x">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{pathWords.tableRole}</th>
            {framework.groups.map((group) => (
              <th key={group.id} scope="col" className="figure">
                {group.short}
              </th>
            ))}
            <th scope="col" className="figure">
              {pathWords.tableSoft}
            </th>
          </tr>
        </thead>
        <tbody>
          {mix.columns.map(({ role, shares, soft }) => (
            <tr key={role.id}>
              <th scope="row">
                <Link to="/role/$role" params={{ role: role.id }}>
                  {role.name}
                </Link>
              </th>
              {shares.map((share) => (
                <td key={share.group} className="figure">
                  {percent(share.share)}
                </td>
              ))}
              <td className="figure">{soft === null ? '–' : percent(soft)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
