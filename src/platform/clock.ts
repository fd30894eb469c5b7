/** The only reader of the clock. Everything else is told what day it is, and when. */
export type Clock = {
  /** The day that the service works on, `YYYY-MM-DD`: the set one, else today in Europe/London. */
  readonly today: () => string
  /** The real moment, also where the day is set: sessions end and looks are kept in real time. */
  readonly now: () => Date
}

/**
 * @param on the day to work on, `YYYY-MM-DD`, for demonstrations and tests; left out, the clock says
 * @param now where the moment comes from
 */
export function createClock(on?: string, now: () => Date = () => new Date()): Clock {
  return { today: () => on ?? londonDay(now()), now }
}

/** Law and councils count days in London, wherever the machine stands. */
const inLondon = () =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })

// Made when it is first asked: it takes longer than a whole record does, and a command that is told the day needs none.
let london: Intl.DateTimeFormat | undefined

function londonDay(moment: Date): string {
  london ??= inLondon()
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of london.formatToParts(moment)) part[type] = value
  return `${part.year}-${part.month}-${part.day}`
}
