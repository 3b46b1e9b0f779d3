// An id for a framework of one's own, made from its name.

/** Lower-case words joined by hyphens, at most 60 characters, beginning with a letter; `taken` ids get a number. */
export function frameworkIdFor(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  const base = words === '' ? 'framework' : words
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.includes(id)) return id
  }
}
