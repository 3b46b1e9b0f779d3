// What was said about somebody, by whom and when, as the measurement reads it.

import type { Dispute } from '../round/dispute.ts'
import type { RaterKind, Rating, RatingContent } from './assessment.ts'

/** Who said it. Where that is not known, the id stands for this one occasion and there is no name. */
export interface RaterOfRating {
  id: string
  kind: Exclude<RaterKind, 'self'>
  /** Null where it is not known, or where the rater has no name yet. */
  name: string | null
}

/** A current rating about a person. Without a rater it is the person's own. */
export interface RatingAbout
  extends RatingContent,
    Pick<Rating, 'assessmentId' | 'skill' | 'revisionId' | 'version' | 'ratedAt'> {
  rater?: RaterOfRating
  /** It was asked for and given under the rater's account: theirs to change, and not the reader's. */
  given?: true
  /** What the person says of it: it goes wherever the rating goes. */
  disputes?: Pick<Dispute, 'kind' | 'words'>[]
}
