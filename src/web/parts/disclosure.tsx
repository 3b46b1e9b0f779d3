// Something that opens on request: how a number came about, or the rest of a long list.
import type { ReactNode } from 'react'

export function Disclosure(props: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="disclosure" open={props.open}>
      <summary>{props.summary}</summary>
      <div className="disclosure-body">{props.children}</div>
    </details>
  )
}
