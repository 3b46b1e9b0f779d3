// Draws a plan: skills as rows, quarters as columns, a bar where a skill is practised.
import { timelineWords } from '../../words/plan-timeline.ts'
import { DRAWING_ONLY, LINKS_IN_A_PICTURE } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import { BAR, type Band, LINE, type Span, TEXT, type TimelineGeometry, type TimelineRow } from './geometry.ts'

export interface PlanTimelineProps {
  geometry: TimelineGeometry
  palette: Palette
  label: string
  /** True where the current quarter stays as it is when the plan is made again. */
  kept: boolean
  /** Address that a skill's name leads to; names are plain text without it. */
  hrefOf?: ((skill: string) => string) | undefined
}

export function PlanTimeline({ geometry, palette, label, kept, hrefOf }: PlanTimelineProps) {
  const { width, height, rows, bands } = geometry
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      {...(hrefOf ? LINKS_IN_A_PICTURE : { role: 'img' })}
      aria-label={label}
      fontFamily={FACE}
      fontSize={TEXT}
      fill={palette.ink}
    >
      {rows.length > 0 ? <Columns geometry={geometry} palette={palette} kept={kept} /> : null}
      {rows.map((row) => (
        <Row key={row.skill} row={row} beside={geometry.left > 0} palette={palette} hrefOf={hrefOf} />
      ))}
      <g {...DRAWING_ONLY}>
        {bands.map((band) => (
          <BandText key={band.kind} band={band} palette={palette} />
        ))}
      </g>
    </svg>
  )
}

function Columns(props: { geometry: TimelineGeometry; palette: Palette; kept: boolean }) {
  const { geometry, palette, kept } = props
  const { columns, ticks, head, base, width } = geometry
  const now = columns[0]
  return (
    <g {...DRAWING_ONLY}>
      {now ? (
        <rect
          x={now.x}
          y={head}
          width={now.width}
          height={base - head}
          fill={palette.hairline}
          fillOpacity={0.4}
        />
      ) : null}
      {columns.map(({ quarter, x }) => (
        <path key={quarter} d={`M${x} ${head}V${base}`} stroke={palette.hairline} />
      ))}
      <path d={`M${now?.x ?? 0} ${head}H${width}`} stroke={palette.hairlineStrong} />
      {now && kept ? (
        <path d={`M${now.x} ${head}h${now.width}`} stroke={palette.ink} strokeWidth={3} />
      ) : null}
      <text x={now?.x ?? 0} y={12} fontWeight={600}>
        {kept ? timelineWords.kept : timelineWords.thisQuarter}
      </text>
      {ticks.map(({ week, month, year, x }) => (
        <text key={week} x={x} y={head - (geometry.yearsBelow ? 22 : 8)} fontSize={12} fill={palette.inkSoft}>
          {month}
          {year === null ? null : geometry.yearsBelow ? (
            <tspan x={x} dy={14}>
              {year}
            </tspan>
          ) : (
            ` ${year}`
          )}
        </text>
      ))}
    </g>
  )
}

interface RowProps {
  row: TimelineRow
  beside: boolean
  palette: Palette
  hrefOf: PlanTimelineProps['hrefOf']
}

function Row({ row, beside, palette, hrefOf }: RowProps) {
  const name = (
    <text y={row.nameY} textAnchor={beside ? 'end' : 'start'}>
      {row.name.map((line, index) => (
        <tspan key={line} x={row.nameX} dy={index === 0 ? 0 : LINE}>
          {line}
        </tspan>
      ))}
    </text>
  )
  return (
    <>
      {hrefOf ? <a href={hrefOf(row.skill)}>{name}</a> : <g {...DRAWING_ONLY}>{name}</g>}
      <g {...DRAWING_ONLY}>
        {row.spans.map((span) => (
          <Bar key={span.from} span={span} y={row.barY} colour={fillOf(palette, row.group)} />
        ))}
      </g>
    </>
  )
}

/** The tint leaves the text its contrast in both themes; the firm end carries the group's full colour. */
function Bar({ span, y, colour }: { span: Span; y: number; colour: string }) {
  const { x, width, finishes, label, labelX } = span
  const end = x + width
  const open = `M${end} ${y}H${x}V${y + BAR}H${end}`
  return (
    <>
      <rect x={x} y={y} width={width} height={BAR} fill={colour} fillOpacity={finishes ? 0.3 : 0.14} />
      {finishes ? (
        <rect x={end - 5} y={y} width={5} height={BAR} fill={colour} />
      ) : (
        <path d={open} fill="none" stroke={colour} strokeDasharray="3 3" />
      )}
      {labelX === null ? null : (
        <text x={labelX} y={y + BAR / 2 + 4.5}>
          {label}
        </text>
      )}
    </>
  )
}

function BandText({ band, palette }: { band: Band; palette: Palette }) {
  const { kind, x, y, lines } = band
  return (
    <>
      {kind === 'later' ? (
        <path
          d={`M${x + 1} ${y - 4.5}h8m-3.5 -3.5l3.5 3.5l-3.5 3.5`}
          stroke={palette.inkSoft}
          strokeWidth={1.5}
          fill="none"
        />
      ) : (
        <path
          d={`M${x + 5.5} ${y - 10}l5 5l-5 5l-5 -5z`}
          stroke={palette.inkSoft}
          strokeWidth={1.5}
          fill="none"
        />
      )}
      <text x={x + 18} y={y} fontWeight={600}>
        {timelineWords[kind]}
      </text>
      <text y={y + LINE + 2} fill={palette.inkSoft}>
        {lines.map((line, index) => (
          <tspan key={line} x={x + 18} dy={index === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}
