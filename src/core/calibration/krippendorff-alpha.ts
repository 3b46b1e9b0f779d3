// Krippendorff's alpha for levels with equal steps: how far several readers agree beyond chance, with gaps allowed.

/**
 * `units`: for each thing that was read, the values it was given. After K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability" (2011), with the interval metric: 1 minus observed disagreement over that expected by chance. Null
 * where fewer than two units have two values, or where all values are alike: then there is nothing to agree about.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[]): number | null {
  const pairable = units.filter((values) => values.length >= 2)
  const all = pairable.flat()
  if (pairable.length < 2) return null
  const observed = pairable.reduce((sum, values) => sum + squares(values) / (values.length - 1), 0)
  const expected = squares(all) / (all.length - 1)
  return expected === 0 ? null : 1 - observed / expected
}

/** The sum of squared differences over all ordered pairs. */
function squares(values: readonly number[]): number {
  let sum = 0
  for (const a of values) for (const b of values) sum += (a - b) ** 2
  return sum
}
