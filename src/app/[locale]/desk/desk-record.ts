import { forbidden } from 'next/navigation'
import { isAppError } from '@/core/app-error'

/** What a page of the desk is about; null when this viewer may not see it, 403 when it is not his to work on. */
export async function deskRecord<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read()
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code === 'forbidden') forbidden()
    return null
  }
}
