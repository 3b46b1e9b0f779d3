// The skills page.
export function SkillsPage() {
  return null
}
