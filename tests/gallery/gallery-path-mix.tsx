// One state of the mix of a path as a file: the same components as on the page, in fixed colours.
import type { Framework } from '../../src/core/framework/framework.ts'
import { pathMix } from '../../src/core/planning/path-mix.ts'
import { plainPalette } from '../../src/web/charts/palette.ts'
import { mixGeometry } from '../../src/web/charts/path-mix/geometry.ts'
import { PathMixDrawing } from '../../src/web/charts/path-mix/path-mix.tsx'

export interface PathMixState {
  path: string
  theme?: 'light' | 'dark'
  /** CSS pixels that the picture is drawn at. */
  width?: number
}

const USUAL_WIDTH = 1008

function geometryOf(framework: Framework, state: PathMixState) {
  return mixGeometry(framework, pathMix(framework, state.path), state.width ?? USUAL_WIDTH)
}

export function GalleryPathMix({ framework, state }: { framework: Framework; state: PathMixState }) {
  return (
    <PathMixDrawing
      geometry={geometryOf(framework, state)}
      palette={plainPalette(framework, state.theme ?? 'light')}
      label="Mix of a path"
    />
  )
}

/** Of the file, in CSS pixels. */
export function pathMixSize(framework: Framework, state: PathMixState): { width: number; height: number } {
  const { width, height } = geometryOf(framework, state)
  return { width, height }
}
