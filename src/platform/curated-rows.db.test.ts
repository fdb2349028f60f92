import { beforeEach, expect, test, vi } from 'vitest'
import { anActor } from '@tests/builders/actor'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'

const drawn = vi.hoisted((): { next: string[] } => ({ next: [] }))
vi.mock('@/core/random-text', async (original) => {
  const real = await original<typeof import('@/core/random-text')>()
  return { ...real, randomBase32: (length: number) => drawn.next.shift() ?? real.randomBase32(length) }
})

beforeEach(emptyDatabase)

test('records of one name have addresses of their own, also when the same letters are drawn', async () => {
  const actor = anActor({ name: 'Officine Uno' })
  drawn.next = ['aaaaa']
  const [first] = await saveActors(systemViewer, [{ actor }])
  drawn.next = ['aaaaa', 'bbbbb', 'bbbbb', 'bbbbb', 'ccccc', 'ddddd']
  const three = await saveActors(systemViewer, [{ actor }, { actor }, { actor }])
  expect([first, ...three].map((saved) => saved?.slug)).toEqual([
    'officine-uno-aaaaa',
    'officine-uno-ddddd',
    'officine-uno-bbbbb',
    'officine-uno-ccccc',
  ])
})
