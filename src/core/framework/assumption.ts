// Notes what a framework left out and what stands in its place.

export type Assume = (where: string, field: string, assumed: string) => void

/** `{}` or the one property: an absent property and one that is undefined are not the same. */
export function given<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V })
}
