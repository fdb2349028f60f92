import { systemViewer } from '@/core/viewer'
import { mergeRecords } from '@/modules/curation/merge.commands'
import { mergeFormSchema } from '@/modules/curation/merge.schema'
import type { Door } from '../door'
import type { Place } from '../matrix'
import type { World } from '../world'

const who = '0XRECA'

/** The form of a merge of two public actors nobody touched yet. */
async function freshPair(world: World, first: Place, second: Place) {
  const [one, two] = [await world.fresh('actor', first, 'public'), await world.fresh('actor', second, 'public')]
  return {
    ...{ kind: 'actor', firstId: one.id, secondId: two.id, keep: 'first' },
    ...{ firstVersion: one.version, secondVersion: two.version },
  }
}

/** The id of a merge that somebody may want to take back. */
async function freshMerge(world: World, place: Place): Promise<string> {
  const form = await freshPair(world, place, place)
  const said = Object.entries(form).map(([name, value]) => [name, String(value)])
  return mergeRecords(systemViewer, mergeFormSchema.parse(Object.fromEntries(said)))
}

const comparison =
  ([one, other]: readonly [Place, Place], state: 'public' | 'draft') =>
  (world: World) =>
    `/it/desk/duplicates/actor/${world.actors[one].public.id}/${
      state === 'draft' ? world.actors[other].draft.id : world.actors[other].submitted.id
    }`

export const doors: readonly Door[] = [
  { door: 'page /[locale]/desk/duplicates', may: 'CA', who },
  {
    door: 'page /[locale]/desk/duplicates/[kind]/[first]/[second]',
    case: 'two records of the own territory',
    ...{ may: 'CA', who, at: comparison(['own', 'own'], 'draft') },
  },
  {
    door: 'page /[locale]/desk/duplicates/[kind]/[first]/[second]',
    case: 'an own record and a public one of another territory',
    ...{ may: 'A', who },
    at: ({ actors }) => `/it/desk/duplicates/actor/${actors.own.public.id}/${actors.other.public.id}`,
  },
  {
    door: 'page /[locale]/desk/duplicates/[kind]/[first]/[second]',
    case: 'an own record and a draft of another territory',
    ...{ may: 'A', who, unseenBy: 'EC', at: comparison(['own', 'other'], 'draft') },
  },
  {
    door: 'action curation/duplicate.actions#tellPairApart',
    case: 'an own record and a public one of another territory',
    ...{ may: 'CA', who },
    sends: ({ actors }) => ({ kind: 'actor', firstId: actors.own.public.id, secondId: actors.other.public.id }),
  },
  {
    door: 'action curation/duplicate.actions#tellPairApart',
    case: 'two records of others',
    ...{ may: 'A', who },
    sends: ({ actors }) => ({ kind: 'actor', firstId: actors.commons.public.id, secondId: actors.other.public.id }),
  },
  {
    door: 'action curation/duplicate.actions#comparePairAgain',
    ...{ may: 'CA', who },
    sends: ({ relations }) => ({
      ...{ kind: 'relation', firstId: relations.own.public.id, secondId: relations.other.public.id },
    }),
  },
  {
    door: 'action curation/merge.actions#mergePair',
    case: 'two records of the own territory',
    ...{ may: 'CA', who, sends: (world) => freshPair(world, 'own', 'own') },
  },
  {
    door: 'action curation/merge.actions#mergePair',
    case: 'an own record and one of the commons',
    ...{ may: 'A', who, sends: (world) => freshPair(world, 'own', 'commons') },
  },
  {
    door: 'page /[locale]/desk/merges/[id]',
    case: 'a merge that is not there',
    ...{ may: '', who, unseenBy: 'ECA' },
    at: ({ actors }) => `/it/desk/merges/${actors.own.public.id}`,
  },
  {
    door: 'action curation/merge.actions#takeMergeBack',
    case: 'own',
    ...{ may: 'CA', who, unseenBy: '0XR', sends: async (world) => ({ id: await freshMerge(world, 'own') }) },
  },
  {
    door: 'action curation/merge.actions#takeMergeBack',
    case: 'of another territory',
    ...{ may: 'A', who, unseenBy: '0XREC', sends: async (world) => ({ id: await freshMerge(world, 'other') }) },
  },
]
