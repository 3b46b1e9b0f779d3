// The role page.
export function RolePage() {
  return null
}
