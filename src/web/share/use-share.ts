// Choosing what to hand over, making the file, and the record of earlier ones; and files that others handed over.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Share } from '../../core/share/share.ts'
import { useOnce } from '../data/use-once.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import {
  endShare,
  type FileToKeep,
  listReceivedShares,
  listShares,
  makeShare,
  readShare,
  receiveShare,
  removeReceivedShare,
  type ShareAsked,
  type SharePage,
} from './api-share.ts'

export const sharesQuery = queryOptions({
  queryKey: ['shares'],
  queryFn: listShares,
})

export function receivedQuery(person: string) {
  return queryOptions({ queryKey: ['people', person, 'received'], queryFn: () => listReceivedShares(person) })
}

export function useMakeShare() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, asked }: { id: string; asked: ShareAsked }) => {
      const made = expectValue(await makeShare(id, asked))
      saveFile(made)
      return made
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sharesQuery.queryKey }),
  })
}

export function useSaveAgain() {
  return useMutation({ mutationFn: async ({ id }: Share) => saveFile(await readShare(id)) })
}

export function useEndShare() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ share, ended }: { share: Share; ended: boolean }) =>
      expectValue(await endShare(share, ended)),
    onSettled: () => queries.invalidateQueries({ queryKey: sharesQuery.queryKey }),
  })
}

export function useReceive() {
  const queries = useQueryClient()
  const once = useOnce()
  return useMutation({
    mutationFn: async (file: FileToKeep) => expectValue(await once(file, (key) => receiveShare(file, key))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
}

export function useTakeReceivedAway() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (share: Parameters<typeof removeReceivedShare>[0]) =>
      expectValue(await removeReceivedShare(share)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
}

/** Puts the page among the downloads. */
function saveFile({ page, content }: SharePage): void {
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }))
  const link = document.createElement('a')
  link.href = address
  const name = content.from
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  link.download = `${name === '' ? 'skillmap' : name}-${content.sharedOn}.html`
  link.click()
  URL.revokeObjectURL(address)
}
