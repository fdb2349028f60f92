import { getTranslations } from 'next-intl/server'
import { Toast } from '@/ui/toast.client'

const deeds = ['give', 'take', 'disable', 'enable', 'end', 'reset', 'factor', 'invite', 'resend', 'revoke'] as const

/** What was just done, told once. */
export async function UsersToast({ done }: { done: string | null }) {
  const [t, ui] = await Promise.all([getTranslations('users.done'), getTranslations('ui')])
  const deed = deeds.find((name) => name === done)
  if (deed === undefined) return null
  return (
    <Toast key={deed} closeLabel={ui('close')}>
      {t(deed)}
    </Toast>
  )
}
