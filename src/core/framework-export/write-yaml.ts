// Writes plain values as YAML that a person likes to read and edit: short things in one line, sections apart.
import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'

/** Longer collections are written over several lines. In characters. */
const ONE_LINE = 96

/** Members that are undefined are left out. Ends with a line break. */
export function writeYaml(value: Record<string, unknown>): string {
  const document = new Document(withoutUndefined(value), { schema: 'core', aliasDuplicateObjects: false })
  if (isMap(document.contents)) layOut(document.contents)
  return document.toString({ lineWidth: 0 })
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key, withoutUndefined(member)]))
}

/** The members of the file stand apart where they are long; inside them, what fits goes into one line. */
function layOut(top: YAMLMap): void {
  for (const [index, pair] of top.items.entries()) {
    const { key, value } = pair
    if (!isCollection(value)) continue
    if (index > 0 && isScalar(key)) key.spaceBefore = true
    for (const item of value.items) foldShort(item)
  }
}

function foldShort(item: unknown): void {
  const node = isPair(item) ? item.value : item
  if (!isCollection(node)) return
  if (isShort(node)) node.flow = true
  else for (const inner of node.items) foldShort(inner)
}

function isShort(node: Node): boolean {
  return JSON.stringify(node.toJSON()).length <= ONE_LINE && !/\\n/.test(JSON.stringify(node.toJSON()))
}

/** For front matter, where short lists at the top stand in one line too. */
export function writeCompactYaml(value: Record<string, unknown>): string {
  const document = new Document(withoutUndefined(value), { schema: 'core', aliasDuplicateObjects: false })
  if (isMap(document.contents)) {
    for (const item of document.contents.items) {
      if (isPair(item) && isSeq(item.value) && item.value.items.some(isCollection)) {
        for (const inner of item.value.items) foldShort(inner)
      } else foldShort(item)
    }
  }
  return document.toString({ lineWidth: 0 })
}
