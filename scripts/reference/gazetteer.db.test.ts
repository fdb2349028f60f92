import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeGazetteer } from './gazetteer'
import { whenChanged } from './version'
import { emptyDatabase } from '@tests/database'

const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL })
beforeAll(() => client.connect())
afterAll(() => client.end())
beforeEach(emptyDatabase)

const line = (id: number, name: string, population = 1000) =>
  [id, name, name, '', 44.7, 10.6, 'P', 'PPL', 'IT', '', '05', '', '', '', population, '', 69, 'Europe/Rome', ''].join(
    '\t',
  )
const load = (hash: string, lines: string[]) =>
  whenChanged(client, 'gazetteer', hash, () => writeGazetteer(client, lines.join('\n')))
const rows = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows
const indexes = () => rows(`SELECT indexdef FROM pg_indexes WHERE tablename = 'place_name' ORDER BY 1`)

test('an empty gazetteer is filled, and its indexes and keys stand again', async () => {
  const before = [
    await indexes(),
    await rows(`SELECT conname FROM pg_constraint WHERE conrelid = 'place_name'::regclass ORDER BY 1`),
  ]
  expect(await load('a', [line(1, 'Reggio'), line(2, 'Módena')])).toBe(true)
  expect(await rows('SELECT place_id, folded, country, population FROM place_name ORDER BY 1')).toEqual([
    [1, 'reggio', 'IT', 1000],
    [2, 'modena', 'IT', 1000],
  ])
  expect([
    await indexes(),
    await rows(`SELECT conname FROM pg_constraint WHERE conrelid = 'place_name'::regclass ORDER BY 1`),
  ]).toEqual(before)
})

test('the same file again does nothing', async () => {
  await load('a', [line(1, 'Reggio')])
  expect(await load('a', [])).toBe(false)
  expect(await rows('SELECT id FROM place')).toEqual([[1]])
})

test('a newer file changes names and numbers, and removes only what no record names', async () => {
  await load('a', [line(1, 'Reggio'), line(2, 'Modena'), line(3, 'Parma')])
  await client.query(`
    INSERT INTO actor (id, slug, original_language, kind, folded_label, country, place_id, updated_at)
    VALUES (gen_random_uuid(), 'a', 'it', 'other', 'a', 'IT', 3, now())`)
  expect(await load('b', [line(1, 'Reggio nell’Emilia', 2000)])).toBe(true)
  expect(await rows('SELECT id, name, population FROM place ORDER BY id')).toEqual([
    [1, 'Reggio nell’Emilia', 2000],
    [3, 'Parma', 1000],
  ])
  expect(await rows('SELECT place_id, folded, population FROM place_name ORDER BY 1')).toEqual([
    [1, 'reggio nell emilia', 2000],
    [3, 'parma', 1000],
  ])
})

test('a file that breaks off leaves the gazetteer as it was', async () => {
  await load('a', [line(1, 'Reggio')])
  await expect(load('b', [line(2, 'Modena'), line(2, 'Modena again')])).rejects.toThrow()
  expect(await rows('SELECT id FROM place')).toEqual([[1]])
  expect(await rows('SELECT hash FROM reference_data')).toEqual([['a']])
})
