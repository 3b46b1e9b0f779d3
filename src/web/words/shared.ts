// The words of what several destinations share; the first page shows them too.
export const sharedWords = {
  focus: 'What to work on first',
  sharedBy: (roles: string) => `Shared by ${roles}`,
  needs: (now: number, roles: string) => `now ${now}; ${roles}`,
  neededBy: (role: string, needed: number) => `${role} ${needed}`,
  range: (now: number, least: number, most: number) =>
    least === most ? `${now} → ${least}` : `${now} → ${least} to ${most}`,
} as const
