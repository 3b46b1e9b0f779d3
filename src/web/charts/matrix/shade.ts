// How deep a cell may be shaded in a group's colour, so that the digit in it stays readable.
import { contrastOf } from '../../../core/framework/colour.ts'
import type { SkillGroup } from '../../../core/framework/framework.ts'
import { PLAIN } from '../palette.ts'

/** WCAG 2.2 asks for 4.5; a little more leaves room for rounding and for the hatching. */
const READABLE = 5
/** Deeper than this the bar under the digit is hard to see. */
const DEEPEST = 0.62
const STEP = 0.02

/** The colour of the top level in each theme, as `#rrggbb`; lower levels are mixed with the paper. */
export function deepestShade(colour: SkillGroup['colour']): { light: string; dark: string } {
  return { light: deepest(colour.light, 'light'), dark: deepest(colour.dark, 'dark') }
}

function deepest(colour: string, theme: 'light' | 'dark'): string {
  const { paper, ink } = PLAIN[theme]
  for (let share = DEEPEST; share > STEP; share -= STEP) {
    const mixed = mix(colour, paper, share)
    if (contrastOf(mixed, ink) >= READABLE) return mixed
  }
  return paper
}

/** As `color-mix(in srgb, …)` mixes them. */
function mix(colour: string, paper: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(colour, at) * share + channel(paper, at) * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${mixed.join('')}`
}
