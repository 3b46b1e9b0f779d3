// Keeps a single key that was pressed before the tools of the frame had arrived, so that no first key is lost.
import { singleKeysOn } from '../assess/use-single-keys.ts'

let waiting: string | null = null

/** From the moment the program starts until the tools are there; a later key replaces an earlier one. */
export function holdEarlyKeys(): void {
  document.addEventListener('keydown', hold)
}

/** True where this key is waiting. Whoever asks listens for keys itself from then on, so nothing more is held. */
export function takeEarlyKey(key: string): boolean {
  document.removeEventListener('keydown', hold)
  if (waiting !== key) return false
  waiting = null
  return true
}

function hold(event: KeyboardEvent): void {
  if (event.key.length === 1 && isForThePage(event)) waiting = event.key
}

/** Not while somebody types, nor with another key held down, nor where single keys are turned off. */
export function isForThePage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn()) return false
  const target = event.target instanceof HTMLElement ? event.target : null
  return !target?.closest('input, textarea, select, [contenteditable], dialog')
}
