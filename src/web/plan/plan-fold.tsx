// A section of the plan's page: open where there is room, folded under its heading on a phone.
import type { ReactNode } from 'react'
import { useIsWide } from '../data/use-is-wide.ts'

interface Props {
  title: string
  children: ReactNode
  /** On paper it is left out. */
  isForScreen?: boolean
}

export function PlanFold({ title, children, isForScreen = false }: Props) {
  const isWide = useIsWide()
  const screen = isForScreen ? ' no-print' : ''
  if (isWide) {
    return (
      <section className={`section stack${screen}`}>
        <h2>{title}</h2>
        {children}
      </section>
    )
  }
  return (
    <details className={`section fold plan-fold${screen}`}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className="stack">{children}</div>
    </details>
  )
}
