// A part of a page that is folded on the screen and open on paper, with its title as a heading.
import type { ReactNode } from 'react'

export function Fold(props: {
  title: string
  /** What is worth reading before it is opened. */
  aside?: string
  /** The level of the heading. */
  as?: 'h2' | 'h3'
  open?: boolean
  children: ReactNode
}) {
  const { title, aside, as: Heading = 'h3', open, children } = props
  return (
    <details className="fold fold-line" open={open}>
      <summary>
        <Heading className="fold-title">{title}</Heading>
        {aside === undefined ? null : <span className="small quiet fold-aside">{aside}</span>}
      </summary>
      <div className="stack fold-body">{children}</div>
    </details>
  )
}
