// Hours of practice as an estimate reads: no finer than ten.
const plain = new Intl.NumberFormat('en-GB')

/** 3 → "3", 47 → "50", 1336 → "1,340". */
export function hoursInWords(hours: number): string {
  return plain.format(hours < 10 ? Math.ceil(hours) : Math.round(hours / 10) * 10)
}
