import { useTranslations } from 'next-intl'
import { Tabs } from '@/ui/tabs'

/** Who is in, and who is invited. */
export function UsersTabs({ now }: { now: 'users' | 'invitations' }) {
  const t = useTranslations('users.tabs')
  return (
    <div className="mb-6">
      <Tabs
        label={t('label')}
        tabs={(['users', 'invitations'] as const).map((name) => ({
          href: `/admin/${name}`,
          label: t(name),
          current: name === now,
        }))}
      />
    </div>
  )
}
