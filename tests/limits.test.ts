import { expect, test } from 'vitest'
import { limitSettings, limitsSchema } from '@/core/limit-settings'
import { filesBelow } from './architecture/files'

type Counted = { deed: string; subject: string; max: number; minutes: number }
const written = /deed: (?:'([a-z-]+)'|`\$\{kind\}([a-z-]+)`), subject(?:: ([^,]+))?, max: (\d+), minutes: (\d+) \}/g

/** Every limit that stands in a source, with the figures it has without a setting. */
const countedIn = (text: string): Counted[] =>
  [...text.matchAll(written)].flatMap(([, deed, ending = '', subject = '', max, minutes]) =>
    (deed === undefined ? ['reset', 'sign-in'].map((kind) => kind + ending) : [deed]).map((name) => ({
      ...{ deed: name, subject },
      ...{ max: Number(max), minutes: Number(minutes) },
    })),
  )

const isOfVisitor = ({ subject }: Counted) => /networkOf|email|account|device/i.test(subject)
// Asked of a holder by our own mail, or behind a first proof: not a visitor's.
const ofNoVisitor = ['verify-link', 'second-factor']

const counted = filesBelow('src')
  .filter(({ path }) => !path.includes('.test.'))
  .flatMap(({ text }) => countedIn(text))

test('a limit of the settings is one that is counted, with the same figures', () => {
  expect(Object.keys(limitsSchema.shape)).toEqual(Object.keys(limitSettings))
  for (const [deed, { usual, minutes }] of Object.entries(limitSettings)) {
    const found = counted.filter((one) => one.deed === deed)
    expect(found.length, deed).toBeGreaterThan(0)
    for (const one of found) expect(one, deed).toMatchObject({ max: usual, minutes })
  }
})

test('whatever a visitor can run into, an administrator can set', () => {
  const met = counted.filter((one) => isOfVisitor(one) && !ofNoVisitor.includes(one.deed)).map(({ deed }) => deed)
  expect(met.length).toBeGreaterThan(10)
  expect([...new Set(met)].filter((deed) => !Object.hasOwn(limitSettings, deed))).toEqual([])
  const planted = countedIn("{ deed: 'new-door', subject: networkOf(visit.address), max: 3, minutes: 60 }")
  expect(planted.filter(isOfVisitor).map(({ deed }) => deed)).toEqual(['new-door'])
})
