import { beforeEach, expect, test } from 'vitest'
import { openSuggestion, suggestCorrection } from '@/modules/curation/suggestion.commands'
import { acceptSuggestion } from '@/modules/curation/suggestion-decision.commands'
import { findSuggestions, getSuggestion } from '@/modules/curation/suggestion.queries'
import { suggestionForm } from '@/modules/curation/suggestion.schema'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { givenPublishedPractice } from '@tests/builders/practice'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

test('a practice is spoken of in words, to whoever keeps it; one that is not published is not spoken of', async () => {
  const { id: territoryId } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId })
  const actor = await givenActor({ name: 'Comune' }, territoryId)
  const { id, slug } = await givenPublishedPractice({ inChargeId: actor.id }, territoryId)
  const { stamp, values, version } = await openSuggestion(null, { kind: 'practice', idOrSlug: slug }, 'it')
  expect(values).toEqual({})
  const said = { kind: 'practice', id, version: String(version), stamp, message: 'The end is 2019.' }
  const editor = await givenViewer('editor', { territoryId })
  const from = { viewer: editor, locale: 'it', visit: { address: '192.0.2.9' } }
  // What the light form of another kind would send is of no account here.
  await suggestCorrection(suggestionForm.parse({ ...said, fields: { title: 'Other' } }), from)
  const [row] = (await findSuggestions(coordinator, { isDecided: false, after: null, limit: 10 })).rows
  expect(row).toMatchObject({ kind: 'practice', name: 'Un tavolo per il Sudafrica', changed: [] })
  const elsewhere = await givenTerritory({ slug: 'altrove' })
  const stranger = await givenViewer('coordinator', { territoryId: elsewhere.id })
  await expect(getSuggestion(stranger, row?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
  expect(await getSuggestion(coordinator, row?.id ?? '')).toMatchObject({ record: { slug, version }, lines: [] })
  await acceptSuggestion(coordinator, { id: row?.id ?? '', version, fields: [], answer: 'Grazie' })
  expect(await db.suggestion.findFirst({ where: { recordId: id } })).toMatchObject({ state: 'accepted' })
  await db.practice.update({ where: { id }, data: { status: 'submitted' } })
  for (const viewer of [null, stranger])
    await expect(openSuggestion(viewer, { kind: 'practice', idOrSlug: slug }, 'it')).rejects.toMatchObject({
      code: 'not-found',
    })
  await expect(openSuggestion(coordinator, { kind: 'practice', idOrSlug: slug }, 'it')).rejects.toMatchObject({
    code: 'forbidden',
  })
})
