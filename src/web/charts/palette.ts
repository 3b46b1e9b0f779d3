// The colours a picture is drawn in: the page's own while it is on the page, fixed ones once it leaves it.
import type { Framework } from '../../core/framework/framework.ts'

export interface Palette {
  paper: string
  ink: string
  inkSoft: string
  hairline: string
  hairlineStrong: string
  line: string
  onInk: string
  hard: string
  soft: string
  softEdge: string
  unknown: string
  focus: string
  /** By group id. */
  groups: Readonly<Record<string, string>>
}

type PlainPalette = Omit<Palette, 'groups'>

/** The same values as in tokens.css, which a test compares, for files that leave the page. */
export const PLAIN: Readonly<Record<'light' | 'dark', PlainPalette>> = {
  light: {
    paper: '#fbfaf7',
    ink: '#23211d',
    inkSoft: '#5d584e',
    hairline: '#ddd7ca',
    hairlineStrong: '#8a8374',
    line: '#b9b2a4',
    onInk: '#fbfaf7',
    hard: '#1c2a36',
    soft: '#d8cdb6',
    softEdge: '#857a64',
    unknown: '#adb1b5',
    focus: '#0b5cad',
  },
  dark: {
    paper: '#14171a',
    ink: '#ece8df',
    inkSoft: '#b3ada0',
    hairline: '#34383b',
    hairlineStrong: '#7d786e',
    line: '#5b554b',
    onInk: '#14171a',
    hard: '#f4f1ea',
    soft: '#575145',
    softEdge: '#9a927f',
    unknown: '#6a7076',
    focus: '#8cc4ff',
  },
}

const ON_THE_PAGE: PlainPalette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  inkSoft: 'var(--ink-soft)',
  hairline: 'var(--hairline)',
  hairlineStrong: 'var(--hairline-strong)',
  line: 'var(--line)',
  onInk: 'var(--on-ink)',
  hard: 'var(--hard)',
  soft: 'var(--soft)',
  softEdge: 'var(--soft-edge)',
  unknown: 'var(--unknown-kind)',
  focus: 'var(--focus)',
}

/** Follows the theme of the page by itself. */
export function pagePalette(framework: Framework): Palette {
  const groups = framework.groups.map((group) => [
    group.id,
    `light-dark(${group.colour.light}, ${group.colour.dark})`,
  ])
  return { ...ON_THE_PAGE, groups: Object.fromEntries(groups) }
}

/** Fixed colours, for a file. */
export function plainPalette(framework: Framework, theme: 'light' | 'dark'): Palette {
  const groups = framework.groups.map((group) => [group.id, group.colour[theme]])
  return { ...PLAIN[theme], groups: Object.fromEntries(groups) }
}

/** What a ring's arc or a column is filled with: a kind or a group. */
export function fillOf(palette: Palette, fill: string): string {
  if (fill === 'hard' || fill === 'soft' || fill === 'unknown') return palette[fill]
  return palette.groups[fill] ?? palette.unknown
}

/** The six steps of a lens: from nothing to the full colour, so that the highest level is the deepest. */
export function tintStrength(level: number, top: number): number {
  return top > 0 ? Math.min(1, Math.max(0, level / top)) : 0
}

/** The face, and what stands in for it in a program that does not have it. */
export const FACE =
  "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
