// How often a proof tries: a little each time, and in full, or the share that SKILLMAP_SHARE names, before a release.

/** `small` by default; with SKILLMAP_VOLUME=release `full`, times SKILLMAP_SHARE (0 to 1) where that is set. */
export function volumeOf({ full, small }: { full: number; small: number }): number {
  if (process.env.SKILLMAP_VOLUME !== 'release') return small
  const share = Number(process.env.SKILLMAP_SHARE ?? 1)
  return Math.max(1, Math.ceil(full * (share > 0 && share <= 1 ? share : 1)))
}
