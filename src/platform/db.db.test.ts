import { expect, test } from 'vitest'
import { givenTerritory } from '@tests/builders/territory'
import { asOwner } from '@tests/database'
import { Prisma } from '@/generated/prisma/client'
import { checkReadiness } from './health'
import { db, pool } from './db'
import { prepared } from './prepared'

test('a migrated database is ready', async () => {
  expect(await checkReadiness()).toBe('ready')
})

test('the app has its own limits of time', async () => {
  const { rows } = await pool.query(`SELECT current_setting('statement_timeout') AS statement,
    current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`)
  expect(rows[0]).toEqual({ statement: '5s', lock: '2s', idle: '10s' })
})

test('the app can neither change structure nor the audit log', async () => {
  await expect(pool.query('CREATE TABLE intruder (id int)')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('ALTER TABLE actor ADD COLUMN intruder int')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('DELETE FROM audit_entry')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('UPDATE audit_entry SET id = id')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('DELETE FROM _prisma_migrations')).rejects.toMatchObject({ code: '42501' })
})

test('the owner may change structure, and the app reads the same database', async () => {
  await asOwner('CREATE TABLE proof (id int)')
  expect(await db.$queryRaw`SELECT to_regclass('proof') IS NOT NULL AS found`).toEqual([{ found: true }])
})

test('a transaction asks one thing after the other, also for all that is included in a record', async () => {
  await givenTerritory()
  const warned: string[] = []
  const listen = ({ message }: Error) => warned.push(message)
  process.on('warning', listen)
  await db.$transaction(async (tx) => {
    await tx.territory.findMany({ include: { relations: true, practices: true, groups: true, memberships: true } })
  })
  await new Promise(setImmediate)
  process.off('warning', listen)
  expect(warned).toEqual([])
})

test('a statement that is marked is kept by its connection, any other is forgotten', async () => {
  const kept = await db.$transaction(async (tx) => {
    for (const id of [1, 2]) {
      await tx.$queryRaw(prepared(Prisma.sql`SELECT version AS marked FROM data_version WHERE id = ${id}`))
      await tx.$queryRaw`SELECT version AS forgotten FROM data_version WHERE id = ${id}`
    }
    return tx.$queryRaw<{ marked: number; forgotten: number }[]>`
      SELECT count(*) FILTER (WHERE statement LIKE '%AS marked%')::int AS marked,
        count(*) FILTER (WHERE statement LIKE '%AS forgotten%')::int AS forgotten FROM pg_prepared_statements`
  })
  expect(kept).toEqual([{ marked: 1, forgotten: 0 }])
})
