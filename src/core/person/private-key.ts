// The key of what a person wrote, as they are told about it.

export interface PrivateKeyState {
  /** How many keys open what you wrote; 0 before the first entry. */
  open: number
  /** How many keys are not there with which something was written. */
  closed: number
  fileProblem: 'missing' | 'damaged' | null
  sheetKept: boolean
  /** Where the key file lies. */
  file: string
}

export interface RecoverySheet {
  /** Tells one sheet from another, and nothing about the key. */
  name: string
  madeAt: string
  /** Fourteen groups of four, with hyphens between. */
  words: string
}
