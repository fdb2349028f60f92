import { useLocale, useTranslations } from 'next-intl'
import { inLanguage } from '@/core/localized'
import type { ShownGroup } from '@/modules/groups/group.schema'
import { Disc } from '@/ui/disc'
import { Section } from '@/ui/section'

/** What a territory's page tells of its groups: that they are there, and which kinds of organisations stand in them. */
export function ShownGroups({ groups }: { groups: readonly ShownGroup[] }) {
  const t = useTranslations('groups.shown')
  const kinds = useTranslations('taxonomy.kindPlural')
  const locale = useLocale()
  if (groups.length === 0) return null
  return (
    <div className="print:hidden">
      <Section id="groups" title={t('title', { count: groups.length })}>
        <p className="mb-3 max-w-[66ch] text-sm text-ink-2">{t('lead')}</p>
        {groups.map((group, index) => {
          const name = inLanguage(group.name, locale)
          const count = group.kinds.reduce((sum, one) => sum + one.count, 0)
          return (
            <div key={index} className="mb-4 max-w-[45rem]">
              <h3 lang={name.language} className="font-semibold wrap-break-word">
                {name.value}
              </h3>
              <p className="text-sm text-ink-2">{t('organisations', { count })}</p>
              {count > 0 && (
                <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
                  {group.kinds.map((one) => (
                    <li key={one.kind} className="flex items-center gap-2 text-sm">
                      <Disc kind={one.kind} size={22} />
                      {kinds(one.kind)} <b className="tabular-nums">{one.count}</b>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )
        })}
      </Section>
    </div>
  )
}
