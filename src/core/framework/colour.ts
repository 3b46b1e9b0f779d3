// Colour arithmetic: contrast as WCAG 2.2 defines it, and hues as the eye orders them (OKLCH, Ottosson 2020).

type Triple = [number, number, number]

/** Contrast ratio of two colours such as `#1b4f72`, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(a: string, b: string): number {
  const [darker, lighter] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminanceOf(hex: string): number {
  const [red, green, blue] = linearFrom(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linearFrom(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** The OKLCH hue of a colour in degrees; none for greys. */
export function hueOf(hex: string): number[] {
  const [red, green, blue] = linearFrom(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  if (Math.hypot(a, b) < 0.02) return []
  return [((Math.atan2(b, a) * 180) / Math.PI + 360) % 360]
}

/** Degrees between two hues, the short way round: 0 to 180. */
export function hueDistance(a: number, b: number): number {
  const apart = Math.abs(a - b) % 360
  return Math.min(apart, 360 - apart)
}

/** The colour of a lightness (0 to 1), chroma (0 to about 0.3) and hue in degrees; duller where a screen cannot show it. */
export function hexFromOklch(lightness: number, chroma: number, hue: number): string {
  let linear = linearFromOklch(lightness, chroma, hue)
  for (
    let less = chroma;
    less > 0 && linear.some((channel) => channel < -0.0005 || channel > 1.0005);
    less -= 0.005
  ) {
    linear = linearFromOklch(lightness, less, hue)
  }
  return `#${linear.map(hexChannel).join('')}`
}

function hexChannel(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear))
  const value = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
}

function linearFromOklch(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** A colour between two: `share` 0 is `from`, 1 is `to`. In screen values, which is even enough for tints. */
export function mixHex(from: string, to: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * Math.min(1, Math.max(0, share)))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mixed.join('')}`
}
