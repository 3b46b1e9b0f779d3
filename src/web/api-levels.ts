// What the pages about levels ask the program: everything that was said about the person at this screen.
import type { RatingAbout } from '../core/assessment/rating-about.ts'
import { read } from './api.ts'

/** Current ratings about me on the framework version in use, my own and others', oldest first. */
export async function listRatingsAboutMe(): Promise<RatingAbout[]> {
  const { ratings } = await read<{ ratings: RatingAbout[] }>('/people/me/ratings')
  return ratings
}
