// The part of the program's API that forms over a draft use: entries of a file, and what a removal would do.
import type { Result } from '../../core/result.ts'
import type { EntryEdit } from '../../core/revision/edit-entries.ts'
import type { PlainMembers } from '../../core/revision/edit-yaml.ts'
import type { Removable, RemovalPlan } from '../../core/revision/plan-removal.ts'
import { type Problem, send } from '../api.ts'

export interface FileEntries {
  text: string
  entries: PlainMembers[]
}

const at = (id: string) => `/own-frameworks/${encodeURIComponent(id)}/draft`

/** Reads the entries of a text, with one of them changed where `edit` says so. Nothing is saved by it. */
export function readEntries(
  id: string,
  file: { path: string; text: string; edit: EntryEdit | null },
): Promise<Result<FileEntries, Problem>> {
  return send(`${at(id)}/entries`, { method: 'POST', body: file })
}

/** What taking something out would do to the draft as it is saved. */
export function planRemoval(id: string, what: Removable): Promise<Result<RemovalPlan, Problem>> {
  return send(`${at(id)}/removal`, { method: 'POST', body: what })
}
