// The skill page.
export function SkillPage() {
  return null
}
