import type { Viewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { addFile } from '@/modules/files/file.commands'
import { findFiles } from '@/modules/files/file.queries'
import { newFileSchema } from '@/modules/files/file.schema'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'

type Owner = { kind: 'actor' | 'relation' | 'practice'; id: string }

/** The bytes of a text. */
export const textBytes = (words: string) => new TextEncoder().encode(words)

/** Hangs a file on a record, as its form does; without `bytes` it says its own name. */
export const add = (viewer: Viewer | null, of: Owner, name: string, { bytes = textBytes(name), said = {} } = {}) =>
  addFile(viewer, of, { bytes, name, said: newFileSchema.parse(said) })

/** The names of the files of a record, in their order. */
export const fileNames = async (viewer: Viewer | null, of: Owner) =>
  (await findFiles(viewer, of)).map(({ fileName }) => fileName)

/** A territory with an editor and a coordinator, and records of theirs that files hang on. */
export async function givenDesk() {
  const territoryId = (await givenTerritory()).id
  const editor = await givenViewer('editor', { territoryId })
  return {
    territoryId,
    editor,
    coordinator: await givenViewer('coordinator', { territoryId }),
    draft: async (): Promise<Owner> => {
      const [saved] = await saveActors(editor, [{ territoryId, status: 'draft', actor: anActor() }])
      return { kind: 'actor', id: saved?.id ?? '' }
    },
    published: async (): Promise<Owner> => ({ kind: 'actor', id: (await givenActor({}, territoryId)).id }),
  }
}
