import { expect, test } from 'vitest'
import { withoutLegalForm } from './legal-form'

test.each([
  ['Officine Esempio S.r.l.', 'officine esempio'],
  ['OFFICINE ESEMPIO SRL', 'officine esempio'],
  ['Officine Esempio s. r. l.', 'officine esempio'],
  ['Przykład Sp. z o.o.', 'przyklad'],
  ['Przykład sp. z o. o.', 'przyklad'],
  ['PRZYKŁAD SP Z O O', 'przyklad'],
  ['Exempel AB', 'exempel'],
  ['AB Exempel', 'exempel'],
  ['Ejemplo, S.L.', 'ejemplo'],
  ['Ejemplo S.A.', 'ejemplo'],
  ['Esempio S.p.A.', 'esempio'],
  ['Example Ltd.', 'example'],
  ['SA', 'sa'],
  ['Università di Modena', 'universita di modena'],
])('%s is compared as %s', (name, compared) => {
  expect(withoutLegalForm(name)).toBe(compared)
})
