// The about-skills page.
export function AboutSkillsPage() {
  return null
}
