// Whether single keys answer questions: on by default, off for those whom they disturb, such as users of speech input.
import { useState } from 'react'

const KEY = 'skillmap.single-keys'

/** Without storage the choice holds until the window is closed. */
let chosen: boolean | null = null

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(singleKeysOn)
  const set = (on: boolean) => {
    setOn(on)
    chosen = on
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off')
    } catch {
      // It is remembered above.
    }
  }
  return [isOn, set]
}

/** For listeners: as it is at this moment, wherever it was chosen. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return chosen ?? true
  }
}
