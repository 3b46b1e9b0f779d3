// Whether single keys answer questions: on by default, off for those whom they disturb, such as users of speech input.
import { useState } from 'react'

const KEY = 'skillmap.single-keys'

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(singleKeysOn)
  const set = (on: boolean) => {
    setOn(on)
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off')
    } catch {
      // Without storage the choice holds until the page is left.
    }
  }
  return [isOn, set]
}

/** For listeners outside a component. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}
