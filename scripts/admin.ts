// Makes the first administrator: `npm run admin -- EMAIL` prints a link that lets that person choose a password.
import { isAppError } from '@/core/app-error'
import { systemViewer } from '@/core/viewer'
import { grantAdministration } from '@/modules/accounts/password.commands'
import { closeDatabase } from '@/platform/db'
import { environment } from '@/platform/env'

const [email = ''] = process.argv.slice(2)
try {
  const token = await grantAdministration(systemViewer, email)
  console.log(`${email} is an administrator. This link works once, for 30 minutes:`)
  console.log(`${environment().ATLAS_URL}/en/sign-in/password/${token}`)
} catch (error) {
  if (!isAppError(error)) throw error
  console.error(
    error.messageKey === 'emailTaken'
      ? 'This address belongs to an account of the demonstration.'
      : 'Say one mail address: npm run admin -- name@example.eu',
  )
  process.exitCode = 1
} finally {
  await closeDatabase()
}
