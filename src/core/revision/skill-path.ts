// Which files of a framework are skills.

/** `skills/delegation.md` → `delegation`; null for other files and for translations. */
export function skillOfPath(path: string): string | null {
  return /^skills\/([^/.]+)\.md$/.exec(path)?.[1] ?? null
}

export function isSkillPath(path: string): boolean {
  return skillOfPath(path) !== null
}
