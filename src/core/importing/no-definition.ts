// What stands in place of a definition that a source does not give.

export const NO_DEFINITION = 'The source does not define it.'
