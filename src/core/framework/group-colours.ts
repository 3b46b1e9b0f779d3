// Colours for groups that have none of their own.
import { contrastOf, hexFromOklch, hueDistance, hueOf } from './colour.ts'

interface GroupColour {
  light: string
  dark: string
}

export const PAPER = '#fbfaf7'
export const DARK_PAPER = '#14171a'
const LIGHT_CONTRAST = 4
const DARK_CONTRAST = 7

/**
 * Hues in degrees (OKLCH), far from each other in this order. Amber (50 to 90) and slate blue (220 to 260) are left
 * out: they are the soft and the hard part of a role's ring, and no group must be mistaken for either.
 */
const HUES = [310, 145, 25, 195, 275, 110, 350, 170, 292, 128, 330, 8]
/** Two groups with hues nearer than this look alike. */
const TOO_NEAR = 18

/** Keeps the given colours and assigns the rest, avoiding hues that are taken while there are enough. */
export function assignColours(wanted: (GroupColour | undefined)[]): GroupColour[] {
  const taken = wanted.flatMap((colour) => (colour === undefined ? [] : hueOf(colour.light)))
  const isFree = (hue: number) => taken.every((other) => hueDistance(hue, other) >= TOO_NEAR)
  const hues = [...HUES.filter(isFree), ...HUES.filter((hue) => !isFree(hue))]
  let next = 0
  return wanted.map((colour) => {
    if (colour !== undefined) return colour
    const round = Math.floor(next / hues.length)
    const hue = hues[next % hues.length] ?? 0
    next++
    return colourOfHue(hue, round)
  })
}

/** A second round of the same hues is duller, so that it can still be told from the first. */
function colourOfHue(hue: number, round: number): GroupColour {
  const chroma = Math.max(0.02, 0.11 - 0.05 * round)
  return {
    light: firstReadable(hue, chroma, PAPER, LIGHT_CONTRAST + 0.6, 0.62, -0.01),
    dark: firstReadable(hue, chroma, DARK_PAPER, DARK_CONTRAST + 0.4, 0.7, 0.01),
  }
}

function firstReadable(
  hue: number,
  chroma: number,
  paper: string,
  contrast: number,
  from: number,
  step: number,
): string {
  let lightness = from
  let hex = hexFromOklch(lightness, chroma, hue)
  while (contrastOf(hex, paper) < contrast && lightness > 0.05 && lightness < 0.99) {
    lightness += step
    hex = hexFromOklch(lightness, chroma, hue)
  }
  return hex
}
