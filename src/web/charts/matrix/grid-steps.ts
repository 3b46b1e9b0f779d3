// Where a key leads in a grid, headings included.

export interface GridPlace {
  /** -1 is the row of headings. */
  row: number
  /** -1 is the column of headings. */
  column: number
}

export interface GridSize {
  rows: number
  columns: number
  /** The first row of each group of rows, for paging. */
  starts: readonly number[]
}

interface Key {
  key: string
  ctrlKey: boolean
}

/** Null where the key moves nothing. The corner where the headings meet is passed over. */
export function gridStep(place: GridPlace, { key, ctrlKey }: Key, size: GridSize): GridPlace | null {
  const { row, column } = place
  const at = (nextRow: number, nextColumn: number) => kept({ row: nextRow, column: nextColumn }, place, size)
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'ArrowLeft':
      return at(row, column - 1)
    case 'ArrowRight':
      return at(row, column + 1)
    case 'Home':
      return ctrlKey ? at(0, 0) : at(row, row < 0 ? 0 : -1)
    case 'End':
      return ctrlKey ? at(size.rows - 1, size.columns - 1) : at(row, size.columns - 1)
    case 'PageUp':
      return at(size.starts.findLast((start) => start < row) ?? -1, column)
    case 'PageDown':
      return at(size.starts.find((start) => start > row) ?? size.rows - 1, column)
    default:
      return null
  }
}

function kept(next: GridPlace, from: GridPlace, size: GridSize): GridPlace {
  const row = Math.min(size.rows - 1, Math.max(-1, next.row))
  const column = Math.min(size.columns - 1, Math.max(-1, next.column))
  return row < 0 && column < 0 ? from : { row, column }
}
