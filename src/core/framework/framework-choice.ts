// Which framework version a person's map is drawn from.

export interface FrameworkChoice {
  frameworkId: string
  digest: string
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}
