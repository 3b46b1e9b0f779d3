// A day some days from today, as date fields hold it.
import { today } from '../data/today.ts'

export function inDays(days: number): string {
  return new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
