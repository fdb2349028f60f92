'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { textAt } from '@/core/form-values'
import {
  groupOf,
  relationGroups,
  type RelationType,
  relationTypeFacts,
  relationTypes,
  typesOf,
} from '@/modules/taxonomy/relation-choices.schema'
import { useFormFields } from '@/ui/form/form-context'
import { FormPart } from '@/ui/form/form-part'
import { GroupIcon } from '@/ui/group-icon'
import { SelectField } from '@/ui/select-field'
import { PartiesField } from './parties-field.client'
import type { PartyRow } from './party-row'
import type { RelationChoices } from './relation-choices'

/** The type and the parties: all a draft needs. */
export function WhoPart({
  rows,
  onRows,
  choices,
}: {
  rows: readonly PartyRow[]
  onRows: (rows: readonly PartyRow[]) => void
  choices: RelationChoices
}) {
  const t = useTranslations('relationForm')
  const typeWord = useTranslations('taxonomy.type')
  const groupWord = useTranslations('taxonomy.group')
  const { text, values } = useFormFields()
  const typeOf = (value: string): RelationType | null => relationTypes.find((one) => one === value) ?? null
  const [type, setType] = useState(typeOf(textAt(values, 'type')))
  return (
    <FormPart id="part-who" title={t('part.who')}>
      <div className="flex flex-col gap-2">
        <SelectField
          {...text('type')}
          label={t('type')}
          items={relationGroups.map((group) => ({
            group: groupWord(group),
            choices: typesOf(group).map((value) => ({ value, label: typeWord(value) })),
          }))}
          empty={t('choose')}
          onChange={(event) => setType(typeOf(event.target.value))}
        />
        {type !== null && (
          <p className="flex items-center gap-2 text-sm text-ink-2">
            <GroupIcon group={groupOf(type)} />
            {t(relationTypeFacts[type].mustBeInternational ? 'groupInternational' : 'group', {
              group: groupWord(groupOf(type)),
            })}
          </p>
        )}
      </div>
      <PartiesField rows={rows} onRows={onRows} type={type} countries={choices.countries} />
    </FormPart>
  )
}
