// Writes down what one did, from any page: by pressing it or by the key "+". The form is loaded when it is first wanted.
import { lazy, useEffect } from 'react'
import { browserDrafts, DRAFT_PREFIX } from '../data/drafts.ts'
import { DialogButton } from '../parts/dialog-button.tsx'
import { toolWords } from '../words/shell-tools.ts'

const load = () => import('./evidence-dialog.tsx')
const EvidenceDialog = lazy(async () => ({ default: (await load()).EvidenceDialog }))

export function EvidenceButton() {
  useEffect(() => {
    // What an earlier visit could not save is sent now.
    if (browserDrafts.list(`${DRAFT_PREFIX}evidence.`).length > 0)
      void load().then((part) => part.sendWaiting())
  }, [])
  return (
    <DialogButton shortcut={toolWords.logKey} load={load} Dialog={EvidenceDialog}>
      {toolWords.log}
    </DialogButton>
  )
}
