import { beforeEach, expect, test } from 'vitest'
import { anActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { asOwner, emptyDatabase } from '@tests/database'
import { saveActors } from '@/modules/actors/actor.commands'
import { keepDraft } from '@/modules/desk/draft.commands'
import { findDraft, findUnsentForms } from '@/modules/desk/draft.queries'

beforeEach(emptyDatabase)

test('what is kept while the form is being sent does not come back as unsent; later text does', async () => {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const [saved] = await saveActors(editor, [{ territoryId, actor: anActor() }])
  const recordId = saved?.id ?? ''
  const late = { form: 'actor', recordId, base: null } as const
  await keepDraft(editor, late, { name: 'Sent already' })
  expect(await findDraft(editor, 'actor', recordId)).toBeNull()
  await keepDraft(editor, { ...late, base: 1 }, { name: 'Typed after the save' })
  expect(await findDraft(editor, 'actor', recordId)).toMatchObject({ values: { name: 'Typed after the save' } })
  await asOwner(`UPDATE revision SET created_at = now() - interval '1 minute'`)
  await keepDraft(editor, late, { name: 'In another tab' })
  expect(await findDraft(editor, 'actor', recordId)).toMatchObject({ values: { name: 'In another tab' } })
})

test('unsent forms are counted whole and read page by page', async () => {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const ids = Array.from({ length: 5 }, (_, index) => `00000000-0000-7000-8000-00000000010${index}`)
  for (const recordId of ids) await keepDraft(editor, { form: 'actor', recordId, base: null }, { name: recordId })
  const first = await findUnsentForms(editor, { limit: 3 })
  expect(first).toMatchObject({ total: 5, rows: [{}, {}, {}] })
  expect(first.next).not.toBeNull()
})
