// Sends what must be done once, however often it is tried: under one key, until there was an answer.
import { useState } from 'react'
import type { Result } from '../../core/result.ts'
import { newId, type Problem } from '../api.ts'

type Send<Value> = (key: string) => Promise<Result<Value, Problem>>

/**
 * Where an answer was lost, the same request goes under the same key again, and the server says what it made. After an
 * answer, and with other content, another request is meant.
 */
export function useOnce() {
  return useState(sendOnce)[0]
}

export function sendOnce() {
  let meant = { content: '', key: '' }
  return async <Value>(given: unknown, send: Send<Value>): Promise<Result<Value, Problem>> => {
    const content = JSON.stringify(given)
    if (meant.key === '' || meant.content !== content) meant = { content, key: newId() }
    const outcome = await send(meant.key)
    if (outcome.ok || isRefusal(outcome.failure)) meant = { content: '', key: '' }
    return outcome
  }
}

/** The program looked at it and said no; whatever failed otherwise may have been done all the same. */
function isRefusal({ status }: Problem): boolean {
  return status >= 400 && status < 500
}
