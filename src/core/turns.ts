import { AppError } from './app-error'

/**
 * Heavy work one after the other: `most` at once, `patient` more wait for their turn, and whoever comes then is refused as
 * `unavailable`, so that what is quick stays quick beside it.
 */
export function turns(most: number, patient: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= most) {
      if (waiting.length >= patient) throw new AppError('unavailable', 'unavailable')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      // The place goes on to who waits longest.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
