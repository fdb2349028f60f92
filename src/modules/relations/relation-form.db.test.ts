import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import type { FormFields } from '@/core/form-fields'
import { textAt } from '@/core/form-values'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { keepRelation, publishRelationWhole } from '@/modules/relations/relation-form.commands'
import { getRelationForm } from '@/modules/relations/relation-form.queries'
import { relationFormSchema } from '@/modules/relations/relation-form.schema'
import { countRelations } from '@/modules/relations/relation.queries'
import { db } from '@/platform/db'
import { keepFormDraft } from '@/platform/form-draft'

beforeEach(emptyDatabase)

async function givenDesk() {
  const { id: territoryId } = await givenTerritory()
  const firm = await givenActor({ name: 'Officine' }, territoryId)
  return {
    ...{ territoryId, firm },
    editor: await givenViewer('editor', { territoryId }),
    coordinator: await givenViewer('coordinator', { territoryId }),
  }
}

const bornFields = { name: 'Limpopo Dairies', kind: 'enterprise', country: 'ZA' }
const formOf = (firmId: string, changes: FormFields = {}): FormFields => ({
  id: newId(),
  type: 'export',
  originalLanguage: 'it',
  parties: [
    { actorId: firmId, role: 'sender' },
    { new: { id: newId(), ...bornFields }, role: 'receiver' },
  ],
  holder: firmId,
  ...changes,
})
const send = (viewer: Viewer | null, form: FormFields) => keepRelation(viewer, relationFormSchema.parse(form), 'en')

test('a relation and the actor written inside it are stored together, and its unsent text is gone', async () => {
  const { editor, firm, territoryId } = await givenDesk()
  const form = formOf(firm.id, { intent: 'submit' })
  const key = { userId: editor.userId, form: 'relation' as const, recordId: textAt(form, 'id') }
  await keepFormDraft(key, { payload: {}, baseVersion: null })
  expect(await send(editor, form)).toMatchObject({ saved: { id: form.id, outcome: 'created' } })
  const born = await db.actor.findFirst({ where: { country: 'ZA' }, include: { names: true } })
  expect(born).toMatchObject({ status: 'submitted', territoryId, names: [{ value: 'Limpopo Dairies' }] })
  expect(await db.formDraft.count()).toBe(0)
})

test('a refused relation leaves no actor behind, and the same form passes once it is mended', async () => {
  const { editor, firm } = await givenDesk()
  const inItaly = formOf(firm.id)
  const wrong = {
    ...inItaly,
    parties: [
      { actorId: firm.id, role: 'sender' },
      { new: { id: newId(), ...bornFields, country: 'IT' }, role: 'receiver' },
    ],
  }
  await expect(send(editor, wrong)).rejects.toMatchObject({
    fields: [{ field: 'type', message: 'mustBeInternational' }],
  })
  expect(await db.actor.count()).toBe(1)
  await send(editor, { ...wrong, type: 'supply' })
  expect(await db.actor.count()).toBe(2)
})

test('publishing a relation publishes the actors that waited with it', async () => {
  const { editor, coordinator, firm } = await givenDesk()
  const form = formOf(firm.id, { intent: 'submit' })
  await send(editor, form)
  const at = { id: textAt(form, 'id'), version: 1 }
  await expect(publishRelationWhole(editor, at)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await countRelations({})).total).toBe(0)
  await publishRelationWhole(coordinator, at)
  expect((await countRelations({})).total).toBe(1)
  expect(await db.actor.count({ where: { status: 'published' } })).toBe(2)
})

test('of twenty racing saves of one draft one is accepted, and nineteen are shown what stands there', async () => {
  const { editor, firm } = await givenDesk()
  const form = formOf(firm.id)
  await send(editor, form)
  const { values } = await getRelationForm(editor, textAt(form, 'id'), 'en')
  const race = Array.from({ length: 20 }, (_, racer) =>
    send(editor, { ...values, id: textAt(form, 'id'), version: '1', programme: `Racer ${racer}` }).catch(
      (error: unknown) => error,
    ),
  )
  const answers = await Promise.all(race)
  expect(answers.filter((answer) => typeof answer === 'object' && answer !== null && 'saved' in answer)).toHaveLength(1)
  for (const answer of answers)
    if (!(typeof answer === 'object' && answer !== null && 'saved' in answer))
      expect(answer).toEqual(
        expect.objectContaining(
          typeof answer === 'object' && answer !== null && 'stale' in answer
            ? { stale: expect.objectContaining({ version: 2 }) }
            : { code: 'conflict' },
        ),
      )
  const late = await send(editor, { ...values, id: textAt(form, 'id'), version: '1', programme: 'Late' })
  expect(late).toMatchObject({ stale: { version: 2, values: { type: 'export' } } })
})

test('who edits nothing keeps nothing', async () => {
  const { firm } = await givenDesk()
  const other = await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })
  const stranger = await givenViewer('editor', { territoryId: other.id })
  const reviewer = { ...stranger, memberships: [], territoryIds: [], can: () => false }
  await expect(send(null, formOf(firm.id))).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(send(reviewer, formOf(firm.id))).rejects.toMatchObject({ code: 'forbidden' })
})
