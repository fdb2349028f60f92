import { Check, CircleAlert, Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MailState as State } from '@/modules/administration/outbox.schema'
import { Badge } from '@/ui/badge'

const looks = {
  queued: { tone: 'quiet', icon: Clock },
  sent: { tone: 'ok', icon: Check },
  failed: { tone: 'bad', icon: CircleAlert },
} as const

export function MailState({ state }: { state: State }) {
  const t = useTranslations('admin.outbox.states')
  const { tone, icon: Icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  )
}
