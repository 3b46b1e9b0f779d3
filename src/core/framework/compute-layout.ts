// Makes a picture of the map for a framework that brings none.
import type { Framework, Layout } from './framework.ts'

export function computeLayout(
  framework: Pick<Framework, 'paths' | 'bands' | 'roles' | 'moves' | 'expectations'>,
): Layout {
  const stations = framework.roles.map((role, index) => ({
    role: role.id,
    x: 300 + 200 * index,
    y: 640,
    label: 'right' as const,
  }))
  return { width: 1300, height: 960, gutter: 146, bands: [], stations, lines: [], computed: true }
}
