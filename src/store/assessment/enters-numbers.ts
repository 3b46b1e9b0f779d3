// Which assessments enter the numbers that somebody grows by: what they keep themselves, and what was given to them for it.

import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * For `.where(entersNumbers)` beside the rule. What was asked for evaluation never does; what is confidential does only
 * once it is sealed; what a colleague has not given yet is theirs.
 */
export function entersNumbers(
  row: ExpressionBuilder<Tables, 'assessment'>,
): ExpressionWrapper<Tables, 'assessment', SqlBool> {
  return row.or([
    row('purpose', 'is', null),
    row.and([
      row('purpose', '=', 'development'),
      row('confidential', '=', false),
      row.or([row('released_at', 'is not', null), row('owner_id', '=', row.ref('subject_id'))]),
    ]),
  ])
}
