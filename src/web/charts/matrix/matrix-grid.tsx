// The matrix as a grid: headings that stay, cells that arrow keys walk through, one of them in the order of Tab.
import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { OwnMark } from '../../parts/own-mark.tsx'
import { Link, useNavigate } from '../../parts/wayfinding.tsx'
import { matrixWords } from '../../words/matrix.ts'
import { type GridPlace, gridStep } from './grid-steps.ts'
import { GroupRows } from './matrix-rows.tsx'
import type { MatrixState } from './matrix-state.ts'
import type { Matrix } from './read-matrix.ts'

export interface GridProps {
  framework: Framework
  matrix: Matrix
  state: MatrixState
  /** Own ratings, where they are to be shown. */
  mine: Levels | null
  here: GridPlace
  onMove: (place: GridPlace) => void
  /** Writes the cell one is at into the address now, so that going back leads to it. */
  keep: () => Promise<void>
}

export function MatrixGrid(props: GridProps) {
  const box = useRef<HTMLDivElement>(null)
  const hands = useHands(props, box)
  useFirstView(box, props.here)
  return (
    <div className="matrix-box" ref={box}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells the arrow keys walk through is a grid. */}
      <table role="grid" className="matrix" aria-label={matrixWords.label} {...hands}>
        <MatrixBody {...props} />
      </table>
    </div>
  )
}

/** The same as a table to read, where no script moves through it. */
export function MatrixTable(props: Omit<BodyProps, 'here'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="matrix-box" tabIndex={0} aria-label={matrixWords.title}>
      <table className="matrix" aria-label={matrixWords.label}>
        <MatrixBody {...props} here={null} />
      </table>
    </section>
  )
}

type BodyProps = Pick<GridProps, 'framework' | 'matrix' | 'state' | 'mine'> & { here: GridPlace | null }

function MatrixBody({ framework, matrix, state, mine, here }: BodyProps) {
  let first = 0
  return (
    <>
      <Heads matrix={matrix} here={here} mine={mine !== null} />
      {matrix.groups.map(({ group, rows }) => {
        const start = first
        first += rows.length
        return (
          <GroupRows
            key={group.id}
            framework={framework}
            group={group}
            rows={rows}
            start={start}
            least={state.weight}
            mine={mine}
            here={here}
          />
        )
      })}
    </>
  )
}

function Heads({ matrix, here, mine }: { matrix: Matrix; here: GridPlace | null; mine: boolean }) {
  const herePath = matrix.roles[here?.column ?? -1]?.path
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className="matrix-corner">
          {matrixWords.skillHead}
        </th>
        {mine ? (
          <th rowSpan={2} scope="col" className="matrix-you-head">
            {matrixWords.youHead} <OwnMark />
          </th>
        ) : null}
        {matrix.paths.map(({ path, roles }) => (
          <th
            key={path.id}
            scope="colgroup"
            colSpan={roles.length}
            className="matrix-path"
            data-path={path.id}
            data-here={path.id === herePath || undefined}
            title={path.name}
          >
            <span className="matrix-path-name">{path.short}</span>
          </th>
        ))}
      </tr>
      <tr>
        {matrix.roles.map((role, column) => (
          <th
            key={role.id}
            scope="col"
            className="matrix-role"
            data-row={-1}
            data-column={column}
            data-first={role.path !== matrix.roles[column - 1]?.path || undefined}
            data-here={column === here?.column || undefined}
          >
            <Link
              to="/role/$role"
              params={{ role: role.id }}
              className="matrix-role-name"
              tabIndex={here === null || (here.row === -1 && here.column === column) ? 0 : -1}
              preload={false}
            >
              <span>{role.name}</span>
            </Link>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The cell that the address names is in view from the beginning, without moving the page. */
function useFirstView(box: React.RefObject<HTMLDivElement | null>, here: GridPlace) {
  const first = useRef(here)
  useEffect(() => {
    const cell = focusable(box.current, first.current)?.closest<HTMLElement>('td, th')
    if (!box.current || !cell) return
    box.current.scrollTop = Math.max(0, cell.offsetTop - box.current.clientHeight / 2)
    box.current.scrollLeft = Math.max(0, cell.offsetLeft - box.current.clientWidth / 2)
  }, [box])
}

/** What the keyboard, a pointer and the focus do, for all cells at once. */
function useHands(props: GridProps, box: React.RefObject<HTMLDivElement | null>) {
  const { matrix, here, onMove, keep } = props
  const navigate = useNavigate()
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    focusable(box.current, here)?.focus()
  }, [here, box])
  const open = async () => {
    await keep()
    const role = matrix.roles[here.column]
    const row = matrix.rows[here.row]
    if (row) {
      const level = row.cells[here.column]?.level ?? 0
      void navigate({
        to: '/skill/$skill',
        params: { skill: row.skill.id },
        ...(level > 0 ? { hash: `level-${level}` } : {}),
      })
    } else if (role) void navigate({ to: '/role/$role', params: { role: role.id } })
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      // A mark in a heading has keys of its own, and so has what it opens.
      if (event.altKey || event.metaKey || placeOf(event.target) === null) return
      if (event.key === 'Enter') {
        event.preventDefault()
        return void open()
      }
      const next = gridStep(here, event, sizeOf(matrix))
      if (!next) return
      event.preventDefault()
      wantsFocus.current = true
      onMove(next)
    },
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target)
      if (place && (place.row !== here.row || place.column !== here.column)) onMove(place)
    },
    onPointerOver: (event: PointerEvent) => lightUp(box.current, placeOf(event.target), matrix),
    onPointerLeave: () => lightUp(box.current, null, matrix),
  }
}

function sizeOf(matrix: Matrix) {
  let start = 0
  const starts = matrix.groups.map(({ rows }) => {
    start += rows.length
    return start - rows.length
  })
  return { rows: matrix.rows.length, columns: matrix.roles.length, starts }
}

/** The cell itself, or the link in a heading. */
function focusable(box: HTMLElement | null, place: GridPlace): HTMLElement | null {
  const cell = box?.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`)
  return cell?.querySelector('a') ?? cell ?? null
}

function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null
}

/** Written straight to the headings, so that a moving pointer renders nothing. */
function lightUp(box: HTMLElement | null, place: GridPlace | null, matrix: Matrix): void {
  for (const lit of box?.querySelectorAll('[data-lit]') ?? []) lit.removeAttribute('data-lit')
  if (!place) return
  const path = matrix.roles[place.column]?.path
  const headings = [
    `[data-row="-1"][data-column="${place.column}"]`,
    `[data-row="${place.row}"][data-column="-1"]`,
    ...(path ? [`[data-path="${path}"]`] : []),
  ]
  for (const heading of box?.querySelectorAll(headings.join()) ?? []) heading.setAttribute('data-lit', '')
}
