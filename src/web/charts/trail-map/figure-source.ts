// Where stations read their figures: fixed for a file, or live while somebody tries a what-if.
import { startTransition, useEffect, useState } from 'react'

export interface FigureSource {
  subscribe: (changed: () => void) => () => void
  /** The text inside the ring of a role. */
  figure: (role: string) => string
}

export function fixedFigures(figure: (role: string) => string): FigureSource {
  return { subscribe: () => () => {}, figure }
}

/** The text for `of`, drawn between frames when it changes; `of` itself where there is no source. */
export function useFigure(source: FigureSource | undefined, of: string): string {
  const read = () => source?.figure(of) ?? of
  const [told, setTold] = useState(() => ({ source, of, figure: read() }))
  useEffect(() => {
    if (!source) return
    const follow = () => {
      const figure = source.figure(of)
      startTransition(() =>
        setTold((old) =>
          old.source === source && old.of === of && old.figure === figure ? old : { source, of, figure },
        ),
      )
    }
    follow()
    return source.subscribe(follow)
  }, [source, of])
  return told.source === source && told.of === of ? told.figure : read()
}
