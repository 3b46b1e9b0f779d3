// Finds which role, skill or group a row of a workbook is about: by its id, by its name, or a new one.
import { idFrom } from '../framework/describe-issue.ts'
import { ID_PATTERN } from '../framework/file-words.ts'
import { keyOf } from './naming.ts'

interface Named {
  id: string
  name: string
}

/** The id; `twice` where the same thing stands there already; undefined where the row names nothing. */
export type FoundId = string | 'twice' | undefined

const LONGEST_ID = 80

export class IdFinder {
  private readonly known: ReadonlyMap<string, string>
  private readonly byName = new Map<string, string>()
  private readonly fresh = new Map<string, string>()
  private readonly otherwise: string

  constructor(known: readonly Named[], otherwise: string) {
    this.known = new Map(known.map(({ id, name }) => [id, keyOf(name)]))
    for (const { id, name } of known) if (!this.byName.has(keyOf(name))) this.byName.set(keyOf(name), id)
    this.otherwise = otherwise
  }

  /** Of the rows of one list. A row that was copied keeps the id of the other one: then the name says which is which. */
  idsOf(rows: readonly Named[]): FoundId[] {
    const owners = new Map<string, number>()
    for (const [index, row] of rows.entries()) {
      const owner = owners.get(row.id)
      const isNamed = this.known.get(row.id) === keyOf(row.name)
      if (this.known.has(row.id) && (owner === undefined || (isNamed && !this.isNamed(rows[owner]))))
        owners.set(row.id, index)
    }
    const taken = new Set(owners.keys())
    return rows.map((row, index) => {
      if (owners.get(row.id) === index) return row.id
      if (this.known.has(row.id) && (row.name === '' || this.isNamed(row))) return 'twice'
      return this.findByName(row, taken)
    })
  }

  /** Of a name alone, such as that of a role in a list of moves; undefined where nothing is called so. */
  idNamed(name: string): string | undefined {
    return this.byName.get(keyOf(name)) ?? this.fresh.get(keyOf(name))
  }

  private isNamed(row: Named | undefined): boolean {
    return row !== undefined && this.known.get(row.id) === keyOf(row.name)
  }

  private findByName({ id, name }: Named, taken: Set<string>): FoundId {
    if (name === '' && id === '') return undefined
    // What somebody wrote into the column of ids is taken where it is one.
    const isOwn = id.length <= LONGEST_ID && ID_PATTERN.test(id) && !this.known.has(id)
    const named = this.byName.get(keyOf(name))
    if (!isOwn && named !== undefined && !taken.has(named)) {
      taken.add(named)
      return named
    }
    const found = isOwn ? id : (this.fresh.get(keyOf(name)) ?? this.newId(name))
    if (taken.has(found)) return 'twice'
    taken.add(found)
    if (!this.fresh.has(keyOf(name))) this.fresh.set(keyOf(name), found)
    return found
  }

  private newId(name: string): string {
    const wanted = idFrom(name, 8) || this.otherwise
    const used = new Set([...this.known.keys(), ...this.fresh.values()])
    let free = wanted
    for (let count = 2; used.has(free); count++) free = `${wanted}-${count}`
    return free
  }
}
