// What the data needs over time without being asked: idle assessments closed, backups taken, old rows removed.
import { visitor } from '../core/access/viewer.ts'
import { IDLE_DAYS } from '../core/assessment/close-assessment.ts'
import { saveIdleAssessmentsClosed } from '../store/assessment/assessments.ts'
import { careForOrganisation } from '../store/care-for-organisation.ts'
import { removeAnswersBefore } from '../store/idempotency.ts'
import { saveBackupIfDue } from '../store/own-data/backups.ts'
import { finishErasing } from '../store/own-data/finish-erasing.ts'
import { closeRoundsThatEnded } from '../store/round/close-round.ts'
import { removeExpiredSessions } from '../store/sign-in/sessions.ts'
import type { Services } from './app-env.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const HOUR_MS = DAY_MS / 24
/** A retry comes within minutes; after this long a key may be used anew. */
const ANSWERS_KEPT_DAYS = 30
/** The first look waits, so that it does not slow down the first page. */
const FIRST_LOOK_MS = 20_000

export interface Caretaker {
  /** Waits for what is under way. */
  stop(): Promise<void>
}

/** Looks after the data soon after the start and then once an hour; what is not due costs a few queries. */
export function startCaring(services: Services, log: (line: string) => void): Caretaker {
  let running: Promise<void> = Promise.resolve()
  const look = () => {
    running = running
      .then(() => careOnce(services))
      .catch((error: unknown) => {
        log(`Looking after the data failed: ${error instanceof Error ? error.message : error}`)
      })
  }
  const first = setTimeout(look, FIRST_LOOK_MS).unref()
  const hourly = setInterval(look, HOUR_MS).unref()
  return {
    stop() {
      clearTimeout(first)
      clearInterval(hourly)
      return running
    },
  }
}

export async function careOnce(services: Services): Promise<void> {
  const { store, teamOrgId } = services
  const before = (days: number) => new Date(services.now().getTime() - days * DAY_MS).toISOString()
  if (teamOrgId === null) {
    const { viewer } = await services.owner()
    await store.withViewer(viewer, async (tx) => {
      await saveIdleAssessmentsClosed(tx, before(IDLE_DAYS))
      await removeAnswersBefore(tx, before(ANSWERS_KEPT_DAYS))
      await removeExpiredSessions(tx)
    })
  } else {
    await store.withViewer(visitor(teamOrgId), closeRoundsThatEnded)
    await finishErasing(store)
    await careForOrganisation(store, {
      idleSince: before(IDLE_DAYS),
      answeredBefore: before(ANSWERS_KEPT_DAYS),
    })
  }
  // A team's Postgres is backed up by its own tools (docs/team-server.md): it may be too large to be checked here.
  if (teamOrgId === null || store.kind === 'embedded') await saveBackupIfDue(store)
}
