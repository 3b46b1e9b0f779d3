// Where stations read their figures: fixed for a file, or live while somebody tries a what-if.

export interface FigureSource {
  subscribe: (changed: () => void) => () => void
  /** The text inside the ring of a role. */
  figure: (role: string) => string
}

export function fixedFigures(figure: (role: string) => string): FigureSource {
  return { subscribe: () => () => {}, figure }
}
