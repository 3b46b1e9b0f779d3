// The roles page.
export function RolesPage() {
  return null
}
