import { newId } from '@/core/id'
import { db } from '@/platform/db'

/** Somebody whose address is nobody's business but their own, their coordinators' and the administrators'. */
export const plantUser = (territoryId: string, email: string) =>
  db.user.create({
    data: {
      id: newId(),
      email,
      name: 'Somebody else',
      memberships: { create: { id: newId(), role: 'editor', territoryId } },
    },
  })
