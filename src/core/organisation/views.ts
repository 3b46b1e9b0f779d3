// The views of several people. Each is off until an administrator of views switches it on and says what for.

/** In the order in which they are shown. A new view of several people takes a line here, or it may not be built. */
export const VIEWS = [
  'team-map',
  'conversation-prep',
  'opportunities',
  'calibration',
  'organisation',
] as const

export type ViewOfSeveral = (typeof VIEWS)[number]
