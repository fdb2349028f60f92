import { expect, test } from 'vitest'
import { turns } from './turns'

test('so many work at once, so many wait in order, the rest are refused', async () => {
  const inTurn = turns(2, 2)
  const ended: number[] = []
  const gates: (() => void)[] = []
  let most = 0
  let now = 0
  const work = (name: number) =>
    inTurn(async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise<void>((resolve) => gates.push(resolve))
      now -= 1
      ended.push(name)
    })
  const all = [1, 2, 3, 4].map(work)
  await expect(work(5)).rejects.toMatchObject({ code: 'unavailable' })
  while (ended.length < 4) {
    gates.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  await Promise.all(all)
  expect({ most, ended }).toEqual({ most: 2, ended: [1, 2, 3, 4] })
})

test('work that fails gives its place back', async () => {
  const inTurn = turns(1, 1)
  await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await inTurn(() => Promise.resolve(7))).toBe(7)
})
