// Ways over years in coordinates: roles as stations on a line of time, and below it how long each way back stays easy.
import { layFlat } from './lay-flat.ts'
import type { LongViewGeometry, LongViewPicture } from './placed.ts'
import { standUpright } from './stand-upright.ts'

/** Narrower than this, time runs downwards. */
const NARROWEST_FLAT = 620

export function longViewGeometry(picture: LongViewPicture, width: number): LongViewGeometry {
  return width < NARROWEST_FLAT ? standUpright(picture, width) : layFlat(picture, width)
}
