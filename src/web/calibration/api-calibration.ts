// The part of the program's API about calibration: cases, rounds, one's own readings and one's own scale.
import type {
  CalibrationCase,
  CalibrationReading,
  CalibrationRound,
  OwnScale,
} from '../../core/calibration/calibration.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, read, send } from '../api.ts'

export interface CalibrationData {
  frameworkDigest: string
  cases: (CalibrationCase & { own: boolean })[]
  rounds: CalibrationRound[]
  readings: (CalibrationReading & { roundId: string })[]
  scales: OwnScale[]
  reads: boolean
}

export function readCalibration(): Promise<CalibrationData> {
  return read('/calibration')
}

export function saveReading(roundId: string, reading: CalibrationReading): Promise<Result<void, Problem>> {
  return send(`/calibration/rounds/${roundId}/readings`, { method: 'PUT', body: reading })
}

/** `key` is the writer's: the same one again opens nothing twice. */
export function openRound(
  body: { purpose: string; cases: string[] },
  key: string,
): Promise<Result<CalibrationRound, Problem>> {
  return send('/calibration/rounds', { method: 'POST', body, headers: { 'idempotency-key': key } })
}

export function closeRound(roundId: string): Promise<Result<void, Problem>> {
  return send(`/calibration/rounds/${roundId}/close`, { method: 'POST' })
}

export function writeCase(
  body: { title: string; text: string; skills: string[] },
  key: string,
): Promise<Result<CalibrationCase, Problem>> {
  return send('/calibration/cases', { method: 'POST', body, headers: { 'idempotency-key': key } })
}

export function endCase(id: string): Promise<Result<void, Problem>> {
  return send(`/calibration/cases/${id}`, { method: 'DELETE' })
}
