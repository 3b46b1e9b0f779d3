// The words around a typical week.
export const weekWords = {
  part: 'Part of the week',
  unknown: 'The framework does not say what a typical week looks like here.',
  caption: (now: string, then?: string) =>
    then ? `A typical week in percent, ${now} and ${then}` : `A typical week in percent, ${now}`,
} as const
