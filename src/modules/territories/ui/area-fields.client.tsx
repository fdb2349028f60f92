'use client'

import { useTranslations } from 'next-intl'
import { BoundaryField } from '@/modules/territories/ui/boundary-field.client'
import type { FieldFault } from '@/ui/control'
import { SelectField } from '@/ui/select-field'
import type { SelectChoice } from '@/ui/select-options'
import { TextInput } from '@/ui/text-input'

export type AreaChoices = {
  levels: readonly SelectChoice[]
  countries: readonly SelectChoice[]
  parents: readonly SelectChoice[]
}
type Area = 'level' | 'country' | 'nutsCode' | 'boundary' | 'parentId'
type Control = { name: string; label: string; defaultValue: string; error: FieldFault | undefined }

/** Level, country and boundary of a territory, and what it lies in. */
export function AreaFields({
  choices,
  control,
  turn,
  boundaryHint,
}: {
  choices: AreaChoices
  control: (name: Area) => Control
  turn: number
  boundaryHint: string
}) {
  const t = useTranslations('territoryForm')
  return (
    <>
      <SelectField {...control('level')} items={choices.levels} empty={t('choose')} turn={turn} />
      <SelectField {...control('country')} items={choices.countries} empty={t('choose')} turn={turn} />
      <TextInput {...control('nutsCode')} hint={t('nutsHint')} optional spellCheck={false} />
      <BoundaryField {...control('boundary')} hint={boundaryHint} fileLabel={t('boundaryFile')} />
      {choices.parents.length > 0 && (
        <SelectField {...control('parentId')} items={choices.parents} empty={t('noParent')} optional turn={turn} />
      )}
    </>
  )
}
