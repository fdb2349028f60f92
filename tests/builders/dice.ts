import { seeded } from '../../bench/data/random'

/** Numbers that look random and are the same in every run. */
export type Dice = {
  /** A whole number from 0 up to, not including, `most`. */
  upTo: (most: number) => number
  of: <Item>(items: readonly Item[]) => Item
}

/** Dice of a seed. */
export function diceOf(seed: number): Dice {
  const next = seeded(seed)
  const upTo = (most: number) => Math.floor(next() * most)
  return {
    upTo,
    of: (items) => {
      const item = items[upTo(items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
  }
}
