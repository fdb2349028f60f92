import { newId } from '@/core/id'
import { fold } from '@/core/fold'
import { db } from '@/platform/db'

type Said = {
  name?: string
  email?: string | null
  phone?: string
  publicationBasis?: 'consent'
  noticeSentOn?: Date
  objectedAt?: Date
  retainUntil?: Date
}

/** Stores a contact person of an actor as it stands in the register, without mails: internal unless told otherwise. */
export const givenPerson = (actorId: string, { name = 'Ada Bianchi', ...said }: Said = {}) =>
  db.person.create({
    data: {
      ...{ id: newId(), actorId, name, email: `${fold(name).replaceAll(' ', '.')}@example.eu` },
      ...{ legalBasis: 'legitimate_interests', source: 'her own card', retainUntil: new Date('2099-01-01') },
      ...said,
    },
  })

/** One whom everybody sees and may write to. */
export const givenPublicPerson = (actorId: string, said: Said = {}) =>
  givenPerson(actorId, { publicationBasis: 'consent', noticeSentOn: new Date('2026-01-01'), ...said })
