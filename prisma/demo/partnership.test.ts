import { describe, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { unreadyParts } from '@/modules/practices/practice-limit.schema'
import { actorKinds, relationTypeFacts } from '@/modules/taxonomy/taxonomy.schema'
import {
  actorOf,
  practiceKey,
  practiceOf,
  readPartnership,
  type RelationEntry,
  relationKey,
  relationOf,
  transferOf,
} from './partnership'

const { territories, actors, relations, practices, transfers, groups, accounts } = readPartnership()
const ids = new Map([
  ...actors.map((entry): [string, string] => [entry.key, newId()]),
  ...relations.map((entry): [string, string] => [relationKey(entry.key), newId()]),
])
const content = new Map(actors.map((entry) => [entry.key, actorOf(entry, ids)]))
const contentOf = (name: string) => {
  const found = content.get(name)
  if (found === undefined) throw new Error(name)
  return found
}
const legal = relations.map((entry) => ({ entry, relation: relationOf(entry, ids) }))
const home = new Map(actors.map((entry) => [entry.key, entry.territory]))
const actorKeys = (entry: RelationEntry) => entry.relation.parties.flatMap((end) => ('actor' in end ? [end.actor] : []))
const countriesOf = (entry: RelationEntry) =>
  new Set(
    entry.relation.parties.map((end) => {
      if ('actor' in end) return contentOf(end.actor).country
      return 'placeId' in end ? end.place.slice(-2) : end.country
    }),
  )
const isInternational = (entry: RelationEntry) => countriesOf(entry).size > 1
const fictitiousName = /\((esempio fittizio|ejemplo ficticio|fiktivt exempel|fikcyjny przykład|fictitious example)\)$/

describe('the demonstration partnership', () => {
  test('is as large and as varied as the domain page asks', () => {
    expect(actors.length).toBeGreaterThanOrEqual(150)
    expect(relations.length).toBeGreaterThanOrEqual(200)
    expect(new Set([...content.values()].map(({ kind }) => kind))).toEqual(new Set(actorKinds))
    expect(new Set(legal.map(({ relation }) => relation.type)).size).toBeGreaterThanOrEqual(15)
  })

  test('uses each key once, and only territories that exist', () => {
    const slugs = territories.map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(ids.size).toBe(actors.length + relations.length)
    expect(new Set(relations.map((entry) => entry.key)).size).toBe(relations.length)
    const used = [...actors, ...relations].flatMap(({ territory }) => territory ?? [])
    expect(used.filter((slug) => !slugs.includes(slug))).toEqual([])
    expect(territories.filter(({ parent }) => parent !== undefined && !slugs.includes(parent))).toEqual([])
    expect(territories.filter(({ organisation }) => !content.has(organisation))).toEqual([])
  })

  test('says of each territory once what it made of a published practice of another one, with a source', () => {
    const all = new Map([
      ...ids,
      ...territories.map(({ slug }): [string, string] => [slug, newId()]),
      ...practices.map(({ key }): [string, string] => [practiceKey(key), newId()]),
    ])
    const pairs = transfers.map(({ practice, territory }) => `${practice} ${territory}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    for (const entry of transfers) {
      const practice = practices.find(({ key }) => key === entry.practice)
      expect(practice?.status).toBe('published')
      expect(practice?.territory).not.toBe(entry.territory)
      const { workshop, outcome } = transferOf(entry, all)
      expect((outcome ?? workshop)?.links?.length).toBeGreaterThan(0)
    }
    expect(transfers.filter(({ outcome }) => outcome !== undefined).length).toBeGreaterThanOrEqual(2)
  })

  test('holds no two actors with one name or one identifier', () => {
    const names = [...content.values()].flatMap(({ names, city }) =>
      names.filter(({ kind }) => kind === 'label').map(({ value, language }) => `${language} ${value} ${city ?? ''}`),
    )
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    const identifiers = [...content.values()].flatMap((actor) =>
      actor.identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
    )
    expect(identifiers.filter((one, index) => identifiers.indexOf(one) !== index)).toEqual([])
  })

  test('tells practices that could be handed in, each with its source, and one that is still a draft', () => {
    const told = practices.map((entry) => ({ entry, practice: practiceOf(entry, ids) }))
    expect(told.filter(({ practice }) => practice.source === undefined)).toEqual([])
    expect(
      told
        .filter(({ entry, practice }) => entry.status !== 'draft' && unreadyParts(practice).length > 0)
        .map(({ entry, practice }) => [entry.key, unreadyParts(practice)]),
    ).toEqual([])
    expect(new Set(practices.map(({ status }) => status))).toEqual(new Set(['published', 'submitted', 'draft']))
  })

  test('gives a source for every fact', () => {
    expect(actors.filter((entry) => contentOf(entry.key).source === undefined).map(({ key }) => key)).toEqual([])
    expect(legal.filter(({ relation }) => relation.source === undefined).map(({ entry }) => entry.key)).toEqual([])
  })

  test('never gives one record of a source to two entries', () => {
    for (const all of [[...content.values()], legal.map(({ relation }) => relation)]) {
      const records = all.flatMap(({ source }) => (source?.recordId ? `${source.name}: ${source.recordId}` : []))
      expect(records.filter((record, index) => records.indexOf(record) !== index)).toEqual([])
    }
  })

  test('says of every invented actor, in its name, that it is invented, and of no other', () => {
    for (const { names, fictitious } of content.values())
      for (const { value } of names) expect([value, fictitiousName.test(value)]).toEqual([value, fictitious])
  })

  test('invents no firm that is not marked, and no tie that binds real bodies only', () => {
    for (const { entry, relation } of legal) {
      const invented = actorKeys(entry).filter((name) => contentOf(name).fictitious)
      expect([entry.key, invented.length > 0]).toEqual([entry.key, relation.fictitious])
    }
  })

  test('ties no real body abroad to an invented fact', () => {
    const real = legal.flatMap(({ entry, relation }) =>
      relation.fictitious && isInternational(entry)
        ? actorKeys(entry).filter((name) => !contentOf(name).fictitious)
        : [],
    )
    expect(real).toEqual([])
  })

  test('offers a road to firms only where the tie is invented', () => {
    expect(legal.filter(({ relation }) => !relation.fictitious && relation.usableByFirms !== undefined)).toEqual([])
  })

  test('joins two countries wherever the type must', () => {
    const domestic = relations.filter((entry) => !isInternational(entry))
    const types = new Map(legal.map(({ entry, relation }) => [entry.key, relation.type]))
    const wrong = domestic.filter((entry) => {
      const type = types.get(entry.key)
      return type !== undefined && relationTypeFacts[type].mustBeInternational
    })
    expect(wrong.map(({ key }) => key)).toEqual([])
    expect(domestic.length).toBeGreaterThan(0)
  })

  test('names as holder one of the parties', () => {
    const strangers = relations.filter((entry) => {
      const { holder } = entry.relation
      return holder !== undefined && !actorKeys(entry).includes(holder)
    })
    expect(strangers.map(({ key }) => key)).toEqual([])
  })

  test.each(territories.map(({ slug }) => slug))(
    'leads a firm of %s by an association and an authority abroad',
    (slug) => {
      const kindOf = (name: string) => contentOf(name).kind
      const besides = (name: string, kind: string) =>
        relations
          .filter((entry) => actorKeys(entry).includes(name))
          .flatMap(actorKeys)
          .filter((other) => other !== name && kindOf(other) === kind)
      const firms = actors.filter(({ key, territory }) => territory === slug && kindOf(key) === 'enterprise')
      const authorities = firms
        .flatMap(({ key }) => besides(key, 'association'))
        .flatMap((association) => besides(association, 'public_authority'))
        .filter((authority) => home.get(authority) === slug)
      const roads = authorities.filter((authority) =>
        relations.some((entry) => actorKeys(entry).includes(authority) && isInternational(entry)),
      )
      expect(roads.length).toBeGreaterThan(0)
      expect(relations.some((entry) => entry.territory === slug && !isInternational(entry))).toBe(true)
    },
  )
})

describe('the demonstration accounts', () => {
  test('are one or more for each role, at addresses nobody can own', () => {
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(['admin', 'coordinator', 'editor', 'reviewer']))
    expect(accounts.filter(({ email }) => !email.endsWith('@demo.example'))).toEqual([])
  })

  test('hold a role for exactly what it is about', () => {
    for (const { role, territory, group } of accounts) {
      expect(territory !== undefined).toBe(role === 'coordinator' || role === 'editor')
      expect(group !== undefined).toBe(role === 'reviewer')
    }
    const known = new Set(groups.map((group) => group.key))
    expect(accounts.filter(({ group }) => group !== undefined && !known.has(group))).toEqual([])
  })
})
