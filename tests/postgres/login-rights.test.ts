// What a server says to whoever set up its login with too few rights, before anything was made.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgres } from '../../src/store/engine/postgres.ts'

const NAME = `test_plain_login_${process.pid}`
let keeper: pg.Client
let databaseUrl: string

beforeAll(async () => {
  const server = process.env.SKILLMAP_TEST_DATABASE_URL
  if (server === undefined) throw new Error('These tests need a Postgres server: npm test -- postgres')
  keeper = new pg.Client({ connectionString: server })
  await keeper.connect()
  await keeper.query(`CREATE ROLE ${NAME} LOGIN`)
  await keeper.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`)
  const url = new URL(server)
  url.username = NAME
  url.pathname = `/${NAME}`
  databaseUrl = url.href
})
afterAll(async () => {
  await keeper?.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
  // It made nothing: roles that it had made would be in the way of every other login.
  await keeper?.query(`DROP ROLE IF EXISTS ${NAME}`)
  await keeper?.end()
})

test('A login that may not make roles is told which right it lacks, and how to get it', async () => {
  await expect(openPostgres(databaseUrl)).rejects.toMatchObject({
    code: 'cannot-start',
    message: expect.stringContaining('ALTER ROLE … CREATEROLE'),
  })
})
