// The few words with which other pages name what somebody was told.
export const toldShortWords = {
  /** In the list of what to work on first. */
  times: (count: number) =>
    count === 1
      ? 'You were told this once.'
      : count === 2
        ? 'You were told this twice.'
        : `You were told this ${count} times.`,
  /** Beside a rating that came of it. */
  counted: 'from what you were told, unsure',
} as const
