'use client'

import { useTranslations } from 'next-intl'
import { claimFromCommons } from '@/modules/curation/custody.actions'
import { type CustodyAt, CustodyForm } from '@/modules/curation/ui/custody-form.client'
import { type SelectChoice } from '@/ui/select-options'
import { SelectField } from '@/ui/select-field'

/** A territory takes a record over from the commons. */
export function ClaimRecord({ at, territories }: { at: CustodyAt; territories: readonly SelectChoice[] }) {
  const t = useTranslations('custody.claim')
  const [only] = territories
  return (
    <CustodyForm action={claimFromCommons} at={at} words={t('send')}>
      {({ turn, errorOf }) =>
        territories.length === 1 ? (
          <input type="hidden" name="territoryId" value={only?.value} />
        ) : (
          <SelectField
            name="territoryId"
            id="claim-territory"
            label={t('territory')}
            items={territories}
            turn={turn}
            error={errorOf('territoryId')}
          />
        )
      }
    </CustodyForm>
  )
}
