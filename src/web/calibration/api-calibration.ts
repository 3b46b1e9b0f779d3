// The part of the program's API about calibration: cases, rounds, one's own readings and one's own scale.
import type {
  CalibrationCase,
  CalibrationReading,
  CalibrationRound,
  OwnScale,
} from '../../core/calibration/calibration.ts'
import type { Result } from '../../core/result.ts'
import { newId, type Problem, read, send } from '../api.ts'

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

export function openRound(purpose: string, cases: string[]): Promise<Result<CalibrationRound, Problem>> {
  const headers = { 'idempotency-key': newId() }
  return send('/calibration/rounds', { method: 'POST', body: { purpose, cases }, headers })
}

export function closeRound(roundId: string): Promise<Result<void, Problem>> {
  return send(`/calibration/rounds/${roundId}/close`, { method: 'POST' })
}

export function writeCase(body: {
  title: string
  text: string
  skills: string[]
}): Promise<Result<CalibrationCase, Problem>> {
  return send('/calibration/cases', { method: 'POST', body, headers: { 'idempotency-key': newId() } })
}

export function endCase(id: string): Promise<Result<void, Problem>> {
  return send(`/calibration/cases/${id}`, { method: 'DELETE' })
}
