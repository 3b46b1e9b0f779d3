// What somebody wants to be reminded of by a calendar program of theirs, and when.

export interface ReminderChoices {
  /** A look back on the week; null: no reminder of it. */
  week: {
    /** 1 is Monday, 7 is Sunday. */
    weekday: number
    /** As on the clock of wherever the person is: `15:00`. */
    time: string
  } | null
  /** When a new quarter of the plan begins. */
  plan: boolean
  /** Once a year, whether the long view is still true. */
  longView: boolean
  /** In a team: on the last day of what a colleague asked; missing where nothing was said of it, which is yes. */
  asked?: boolean
}

export interface Reminder {
  choices: ReminderChoices
  /** Somebody who knows the address may fetch the calendar. */
  hasLink: boolean
  /** The entity tag. */
  revisionId: string
  /** ISO time. */
  changedAt: string
}

/** Friday afternoon. */
export const FIRST_CHOICES: ReminderChoices = {
  week: { weekday: 5, time: '15:00' },
  plan: true,
  longView: true,
}

/** `15:00`; hours and minutes of one day. */
export const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
