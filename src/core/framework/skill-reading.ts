// What reading one skill's file needs: whose it is, and where places and problems go.
import type { Problem } from './problem.ts'
import type { SourceMap } from './source-map.ts'

export interface SkillReading {
  id: string
  file: string
  sources: SourceMap
  problems: Problem[]
}
