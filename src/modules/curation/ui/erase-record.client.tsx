'use client'

import { useTranslations } from 'next-intl'
import { textAt } from '@/core/form-values'
import { eraseForGood } from '@/modules/curation/custody.actions'
import { type CustodyAt, CustodyForm } from '@/modules/curation/ui/custody-form.client'
import { TextInput } from '@/ui/text-input'

/** An administrator erases a record; its name, typed, is the confirmation. */
export function EraseRecord({ at, name }: { at: CustodyAt; name: string }) {
  const t = useTranslations('custody.erase')
  return (
    <CustodyForm action={eraseForGood} at={at} words={t('send')} destructive>
      {({ values, turn, errorOf }) => (
        <TextInput
          key={turn}
          name="name"
          id="erase-name"
          label={t('name', { name })}
          autoComplete="off"
          defaultValue={textAt(values, 'name')}
          error={errorOf('name')}
        />
      )}
    </CustodyForm>
  )
}
