// What the pages read about the key of what somebody wrote.
import { queryOptions } from '@tanstack/react-query'
import { readPrivateKey } from '../journal/api-evidence.ts'

export const keyQuery = queryOptions({ queryKey: ['evidence', 'key'], queryFn: readPrivateKey })
