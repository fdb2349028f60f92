import { getTranslations } from 'next-intl/server'
import { limitSettings } from '@/core/limit-settings'
import type { NumberGroup } from '@/modules/administration/ui/settings-form.client'

/** Smallest, largest and usual value; the schemas of the settings refuse what lies outside. */
const care = { months: [1, 60, 12], batch: [1, 500, 50], remindDays: [1, 90, 14], silentDays: [1, 180, 30] } as const
const retention = {
  personMonths: [1, 60, 24],
  personMaxMonths: [1, 60, 36],
  suggestionMonths: [1, 36, 12],
  requestMonths: [6, 60, 36],
  mailDays: [1, 365, 30],
  tokenDays: [1, 90, 30],
  sessionDays: [1, 90, 30],
} as const

const namesOf = <Name extends string>(of: Record<Name, unknown>): Name[] => {
  const isName = (text: string): text is Name => Object.hasOwn(of, text)
  return Object.keys(of).filter(isName)
}

/** The numbers of the settings with their words, in the order of the form. */
export async function numberGroups(): Promise<NumberGroup[]> {
  const t = await getTranslations('admin.settings')
  const range = ([min, max, usual]: readonly [number, number, number]) => t('range', { min, max, usual })
  return [
    {
      id: 'care',
      title: t('care'),
      lead: t('careLead'),
      numbers: namesOf(care).map((name) => ({
        name: `care.${name}`,
        label: t(`careOf.${name}`),
        hint: range(care[name]),
      })),
    },
    {
      id: 'retention',
      title: t('retention'),
      lead: t('retentionLead'),
      numbers: namesOf(retention).map((name) => ({
        name: `retention.${name}`,
        label: t(`retentionOf.${name}`),
        hint: range(retention[name]),
      })),
    },
    {
      id: 'limits',
      title: t('limits'),
      lead: t('limitsLead'),
      numbers: namesOf(limitSettings).map((name) => {
        const { usual, minutes, most } = limitSettings[name]
        return {
          name: `limits.${name}`,
          label: t(`limitOf.${name}`),
          hint: t('rangeIn', { min: 1, max: most, usual, minutes }),
        }
      }),
    },
  ]
}
