import { getTranslations } from 'next-intl/server'
import { Toast } from '@/ui/toast'

const deeds = ['give', 'take', 'disable', 'enable', 'end', 'reset', 'factor', 'invite', 'resend', 'revoke'] as const

/** What was just done, told once. */
export async function UsersToast({ done }: { done: string | null }) {
  const t = await getTranslations('users.done')
  const deed = deeds.find((name) => name === done)
  if (deed === undefined) return null
  return <Toast key={deed}>{t(deed)}</Toast>
}
