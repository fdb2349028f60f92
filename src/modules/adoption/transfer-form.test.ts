import { expect, test } from 'vitest'
import { outcomeFormSchema, workshopFormSchema } from '@/modules/adoption/transfer-form.schema'

test('a form says what is missing at the control that holds it', () => {
  const at = { practiceId: '0190a8b0-0000-7000-8000-000000000001', territoryId: '0190a8b0-0000-7000-8000-000000000002' }
  const faults = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    result.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(faults(outcomeFormSchema.safeParse({ ...at, language: 'sv', outcome: 'perhaps', since: '2018-13' }))).toEqual([
    'outcome choose',
    'since badDate',
    expect.stringContaining('reasons.texts.sv.value'),
  ])
  expect(
    faults(
      workshopFormSchema.safeParse({
        ...{ ...at, language: 'sv', on: '2026-05-18', until: '2026-05-17', place: 'Gävle' },
        title: { texts: { sv: { value: 'Överföring' } } },
      }),
    ),
  ).toEqual(['until endBeforeStart'])
  const many = { links: Array.from({ length: 4 }, () => ({ url: 'a.se' })), role: 'admin' }
  const words = { reasons: { texts: { sv: { value: 'Ja' } } } }
  expect(
    faults(outcomeFormSchema.safeParse({ ...at, language: 'sv', outcome: 'adopted', ...words, ...many })),
  ).toHaveLength(2)
})
