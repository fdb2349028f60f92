'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { moveToCurator } from '@/modules/curation/custody.actions'
import { type CustodyAt, CustodyForm } from '@/modules/curation/ui/custody-form.client'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextArea } from '@/ui/text-area'

/** An administrator gives a record to another curator. */
export function MoveRecord({ at, curators }: { at: CustodyAt; curators: readonly SelectChoice[] }) {
  const t = useTranslations('custody.move')
  return (
    <CustodyForm action={moveToCurator} at={at} words={t('send')}>
      {({ values, turn, errorOf }) => (
        <>
          <SelectField
            name="territoryId"
            id="move-territory"
            label={t('territory')}
            empty={t('choose')}
            items={curators}
            defaultValue={textAt(values, 'territoryId')}
            turn={turn}
            error={errorOf('territoryId')}
          />
          <TextArea
            key={turn}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            optional
            rows={2}
            max={1000}
            defaultValue={textAt(values, 'reason')}
            error={errorOf('reason')}
          />
        </>
      )}
    </CustodyForm>
  )
}
