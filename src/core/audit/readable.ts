// Which lines of the audit chain administrators of the audit read: what was done to the organisation, never what
// people do with what is theirs.

/** Kinds to filter by, each with the nouns and actions of its lines. Whatever is in none of them is shown to nobody else. */
const READABLE = {
  people: {
    person: ['add', 'change', 'remove'],
    'list-change': ['undo'],
    team: ['add', 'change'],
    'directory-token': ['add', 'remove'],
  },
  administration: {
    'admin-grant': ['add', 'remove'],
    invitation: ['add', 'withdraw'],
    organisation: ['change'],
  },
  views: { 'view-switch': ['add', 'remove'], release: ['add', 'export'] },
  rounds: {
    round: ['add', 'close'],
    'calibration-case': ['add', 'remove'],
    'calibration-round': ['add', 'close'],
  },
  frameworks: { framework: ['publish', 'remove'] },
  erasures: { person: ['erase'], erasure: ['add', 'check'] },
  backups: { backup: ['add', 'restore'] },
  audit: { audit: ['read', 'check', 'export'] },
} as const satisfies Record<string, Record<string, readonly string[]>>

export type ReadableKind = keyof typeof READABLE

export const READABLE_KINDS = Object.keys(READABLE) as ReadableKind[]

interface LineKind {
  action: string
  noun: string
  /** Null for lines from before each had a salt; then a person may be one whom somebody keeps. */
  salt: string | null
}

/** The nouns and actions of a kind, or of all. */
export function readableParts(kind?: ReadableKind): { noun: string; actions: readonly string[] }[] {
  const kinds: readonly ReadableKind[] = kind === undefined ? READABLE_KINDS : [kind]
  return kinds.flatMap((one) =>
    Object.entries(READABLE[one] as Record<string, readonly string[]>).map(([noun, actions]) => ({
      noun,
      actions,
    })),
  )
}

/** Lines about people from before this told apart members and people whom somebody keeps; they stay unread. */
export function isReadable(line: LineKind): boolean {
  if (line.noun === 'person' && line.action !== 'erase' && line.salt === null) return false
  return readableParts().some(({ noun, actions }) => noun === line.noun && actions.includes(line.action))
}
