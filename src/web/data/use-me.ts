// The person at this screen: where they are, where they may go and what they rated.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '../api.ts'
import { meQuery } from './queries.ts'

export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}
