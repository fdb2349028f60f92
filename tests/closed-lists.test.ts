import { expect, test } from 'vitest'
import { actorKinds, relationGroups } from '@/modules/taxonomy/taxonomy.schema'
import { groupLook } from '@/ui/group-look'
import { kindKeys, kindLook } from '@/ui/kind-look'

test('every kind of actor has an icon and a colour, in the same order, and no other has', () => {
  expect(kindKeys).toEqual(actorKinds)
})

test('every group of relations has an icon and a colour, and no other has', () => {
  expect(Object.keys(groupLook).sort()).toEqual([...relationGroups].sort())
})

test('no two kinds and no two groups share an icon', () => {
  const icons = [...Object.values(kindLook), ...Object.values(groupLook)].map((look) => look.icon)
  expect(new Set(icons).size).toBe(12)
})
