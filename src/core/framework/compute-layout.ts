// Makes a picture of the map for a framework that brings none: a column for each path, a row for each band.
import { arrangeRoles, type LayoutInput } from './arrange-roles.ts'
import { drawLines } from './draw-lines.ts'
import type { Layout } from './framework.ts'
import { placeColumns } from './place-columns.ts'

const EDGE = 24
const GUTTER = 146
const TOP = 110
/** Rows stand 120 apart while they fit the usual height, and never nearer than two lines of a name and two rings. */
const ROW_MOST = 120
const ROW_LEAST = 96
const USUAL_HEIGHT = 530
/** Below the lowest row: its names, as in a picture drawn by hand. */
const BELOW = 320
/** The narrowest width at which the map is drawn, in CSS pixels, and the smallest label there. */
const NARROWEST = 1100
const SMALLEST_LABEL = 12
const LABEL = 12.5
const ROUNDS = 12

/** Pure, whole numbers only, so that every machine computes the same picture. */
export function computeLayout(framework: LayoutInput): Layout {
  const { columns, rows } = arrangeRoles(framework)
  const gap = Math.round(Math.min(ROW_MOST, Math.max(ROW_LEAST, USUAL_HEIGHT / Math.max(1, rows.length - 1))))
  const bottom = TOP + gap * Math.max(1, rows.length - 1)
  const gutter = framework.bands.length > 0 ? GUTTER : EDGE
  const place = (size: number) => placeColumns(columns, gutter, size, (row) => bottom - gap * row)
  // Labels grow as a wider picture shrinks onto the same screen, so width and label size settle together.
  let size = LABEL
  let placed = place(size)
  for (let round = 0; round < ROUNDS; round++) {
    const needed = Math.max(LABEL, (SMALLEST_LABEL * (placed.right + EDGE)) / NARROWEST)
    if (needed <= size) break
    size = needed
    placed = place(size)
  }
  return {
    width: Math.max(NARROWEST, placed.right + EDGE),
    height: bottom + BELOW,
    gutter,
    bands: framework.bands.map(({ band, name }) => ({
      band,
      y: bottom - gap * rows.indexOf(band),
      label: name,
    })),
    stations: placed.spots.map(({ role, x, y, label }) => ({ role: role.id, x, y, label })),
    lines: drawLines(framework, columns, placed.spots, size),
    computed: true,
  }
}
