import { isUnavailable } from '@/platform/problem'
import { currentSession } from '@/platform/session'
import { ClientTexts } from '@/ui/client-texts'
import { SessionGuard } from '@/ui/session-guard.client'

/** On every page of somebody signed in: whose page it is, and the word before the session ends. */
export async function SessionKeeper() {
  const session = await currentSession().catch((error: unknown) => {
    if (isUnavailable(error)) return null // the page below says it with 503
    throw error
  })
  if (session === null) return null
  return (
    <>
      <meta name="atlas-viewer" content={session.viewer.userId} />
      <ClientTexts namespaces={['session']}>
        <SessionGuard />
      </ClientTexts>
    </>
  )
}
