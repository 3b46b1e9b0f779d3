// What a history that is imported adds to the one that is here.

/** The new end of a history, when what is here is its beginning; otherwise nothing: what is here stays. */
export function newEnd<Step extends { revisionId: string }>(
  here: { revisionId: string }[],
  coming: Step[],
): Step[] {
  const continues = here.every((step, index) => step.revisionId === coming[index]?.revisionId)
  return continues ? coming.slice(here.length) : []
}
