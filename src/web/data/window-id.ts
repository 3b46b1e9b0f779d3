// A name for this window of the browser that lives through loading the page again, and ends with the window.
import { newId } from '../api.ts'

const KEY = 'skillmap.window'
let known: string | null = null

/** Where the browser keeps nothing, a name for as long as the page lives. */
export function windowId(): string {
  known ??= stored() ?? newId()
  return known
}

function stored(): string | null {
  try {
    const id = sessionStorage.getItem(KEY) ?? newId()
    sessionStorage.setItem(KEY, id)
    return id
  } catch {
    return null
  }
}
