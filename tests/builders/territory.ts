import { newId } from '@/core/id'
import { fold } from '@/core/fold'
import { db } from '@/platform/db'

/** Stores a territory as it stands after "create your territory". */
export async function givenTerritory(said: { slug?: string; name?: string; country?: string; parentId?: string } = {}) {
  const { slug = 'reggio-emilia', name = 'Reggio Emilia', country = 'IT', ...rest } = said
  return db.territory.create({
    data: {
      id: newId(),
      slug,
      name: { original: 'it', texts: { it: { value: name, machine: false } } },
      foldedName: fold(name),
      level: 'province',
      country,
      timeZone: 'Europe/Rome',
      languages: ['it'],
      ...rest,
    },
  })
}
