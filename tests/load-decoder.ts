// The decoder that comes with Skillmap, for tests of what is read with it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DECODER_FILE, type DecoderModel, openDecoder } from '../src/core/decode/decoder-model.ts'

export function loadDecoder(): DecoderModel {
  const opened = openDecoder(readFileSync(join(import.meta.dirname, '..', DECODER_FILE), 'utf8'))
  if (!opened.ok) throw new Error(opened.failure)
  return opened.value
}
