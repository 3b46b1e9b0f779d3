// The words of the page about how forecasts did.
export const recordPageWords = {
  title: 'How your forecasts did',
  lead: 'Every date given in your plan is kept and held against what came. The first forecast of each milestone counts.',
  toPlan: 'To your plan',
  chart: 'Where outcomes fell in what was forecast, from the earliest tenth to the latest',
  chartTitle: 'Where outcomes fell',
  help: 'Each forecast is cut into ten equally likely parts. Where forecasts are honest, each part gets about as many outcomes: the dashed line. The pale band is what chance alone gives four times out of five.',
  earlier: 'earlier',
  later: 'later',
  table: 'The same as a table',
  part: 'Part of the forecast',
  outcomes: 'Outcomes',
  expected: 'Expected',
  tenth: (tenth: number) => `${10 * tenth} to ${10 * (tenth + 1)} %`,
  link: 'How your forecasts did',
} as const
