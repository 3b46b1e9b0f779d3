// Calendar quarters as text, such as `2027-Q1`: they sort as they follow each other.

export const QUARTER = /^(\d{4})-Q([1-4])$/

/** The quarter of a day such as 2027-02-11. */
export function quarterOf(day: string): string {
  return written(Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3))
}

export function addQuarters(quarter: string, count: number): string {
  const [, year = '0', number = '1'] = QUARTER.exec(quarter) ?? []
  return written(Number(year) * 4 + Number(number) - 1 + count)
}

/** As people write it: `2027-Q1`, `Q1 2027`, `2027/1`, `1/2027`; undefined where it is none. */
export function readQuarter(text: string): string | undefined {
  const value = text.trim().toUpperCase()
  const [, y1, q1] = /^(\d{4})[\s\-/.]*Q?([1-4])$/.exec(value) ?? []
  const [, q2, y2] = /^Q?([1-4])[\s\-/.]*(\d{4})$/.exec(value) ?? []
  const [year, quarter] = [y1 ?? y2, q1 ?? q2]
  return year === undefined || quarter === undefined ? undefined : `${year}-Q${quarter}`
}

/** `first quarter of 2027` is for sentences; this is for headings and lists. */
export function quarterName(quarter: string): string {
  const [, year, number] = QUARTER.exec(quarter) ?? []
  return `Q${number} ${year}`
}

function written(index: number): string {
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
}
