import { describe, expect, test } from 'vitest'
import { actionFaults, commandFaults, staleExcuses } from './deeds'
import { filesBelow, type SourceFile } from './files'

const source = filesBelow('src')
const file = (path: string, text = ''): SourceFile => ({ path, text })

describe('deeds and actions', () => {
  const commands = 'src/modules/actors/actor.commands.ts'
  const actions = 'src/modules/actors/actor.actions.ts'

  test('every command asks a policy first', () => {
    expect(source.flatMap((each) => commandFaults(each))).toEqual([])
    expect(commandFaults(file(commands, 'export async function saveActor() { await db.$transaction() }'))).toHaveLength(
      1,
    )
    expect(commandFaults(file(commands, 'export async function saveActor() { requireThat(canSave(viewer)) }'))).toEqual(
      [],
    )
    expect(
      commandFaults(file(commands, 'export function f() {}'), { 'actors/actor.commands.ts#f': 'planted' }),
    ).toEqual([])
  })

  test('every action is short and hands over to a command', () => {
    expect(source.flatMap((each) => actionFaults(each))).toEqual([])
    const imported = "'use server'\nimport { saveActor } from '@/modules/actors/actor.commands'\n"
    expect(actionFaults(file(actions, `${imported}export async function save() { await saveActor() }`))).toEqual([])
    expect(actionFaults(file(actions, `${imported}export const save = formAction(schema, saveActor)`))).toEqual([])
    expect(
      actionFaults(file(actions, `${imported}export async function save() { await db.actor.create() }`)),
    ).toHaveLength(1)
    expect(actionFaults(file(actions, "export const a = 'use server'"))).toHaveLength(1)
    expect(
      actionFaults(file(actions, `${imported}export async function save() {${'\n saveActor()'.repeat(17)}\n}`)),
    ).toHaveLength(1)
  })

  test('no excuse outlives its reason', () => {
    expect(staleExcuses(source)).toEqual([])
  })

  test('the proxy imports languages and the nonce, nothing that knows a person or a record', () => {
    const allowed = /^(next\/server|next-intl\/(middleware|routing)|(@|\.)\/((i18n|core)\/.*|platform\/page-policy))$/
    const importsOf = (text: string) =>
      [...text.matchAll(/(?:from|import|import\()\s*['"]([^'"]+)/g)].flatMap(([, name]) => name ?? [])
    const refused = (text: string) => importsOf(text).filter((name) => !allowed.test(name))
    expect(source.filter(({ path }) => path === 'src/proxy.ts').flatMap(({ text }) => refused(text))).toEqual([])
    expect(refused("import { viewerOf } from '@/platform/session'\nimport 'next/server'")).toEqual([
      '@/platform/session',
    ])
  })
})
