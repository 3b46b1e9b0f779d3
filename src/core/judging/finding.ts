// What lint found in a framework's content: a judgement with its place, never a fault that stops anything.
import type { JudgementKind } from './judgement-kinds.ts'

/** Another place that a finding is about, such as the sentence that says the same. */
export interface Twin {
  file: string
  line: number | null
  at: string
  text: string
}

export interface Finding {
  kind: JudgementKind
  /** A warning is nearly always right; advice is worth a look. Neither keeps a framework from being used. */
  severity: 'warning' | 'advice'
  file: string
  line: number | null
  /** What it is about, as an acceptance names it: `skill/sentence`, `skill/level-2`, `skill` or `role>role`. */
  at: string
  /** The sentence, where the finding is about one. */
  text?: string
  message: string
  /** What to do about it. */
  mend: string
  twin?: Twin
}
