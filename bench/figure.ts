// A figure: what was measured, the target it is held against, and whether it is reached.

export interface Figure {
  name: string
  /** Null where it could not be measured here; `note` then says why. */
  value: number | null
  unit: string
  /** The figure is reached at or below this. */
  target: number
  note?: string
}

/** The value below which the share `p` (0 to 1) of the sample lies, by the nearest rank. */
export function percentile(sample: readonly number[], p: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(p * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

const reached = (figure: Figure) => figure.value !== null && figure.value <= figure.target

/** A table in plain text, one line a figure, targets beside values. */
export function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    figure.value === null ? 'not measured' : `${round(figure.value)} ${figure.unit}`,
    `≤ ${figure.target} ${figure.unit}`,
    figure.value === null ? '–' : reached(figure) ? 'reached' : 'missed',
    figure.note ?? '',
  ])
  const table = [['Figure', 'Measured', 'Target', '', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
