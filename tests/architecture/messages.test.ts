import { describe, expect, test } from 'vitest'
import { filesBelow, withoutComments } from './files'
import { missingValues } from './message-values'
import { flatten, languages, messageFaults, namespacesAskedBy, type Namespace, tagFaults } from './messages'

const source = filesBelow('src')

describe('messages', () => {
  const names = [...new Set(filesBelow('messages').map(({ path }) => path.split('/')[2]?.replace('.json', '') ?? ''))]
  const textsOf = (name: string): Namespace => ({
    name,
    texts: Object.fromEntries(
      languages.flatMap((language) => {
        const found = filesBelow(`messages/${language}`).find(({ path }) => path.endsWith(`/${name}.json`))
        return found ? [[language, flatten(JSON.parse(found.text))]] : []
      }),
    ),
  })

  test('say the same things in all five languages, with the same values', () => {
    expect(names.map(textsOf).flatMap(messageFaults)).toEqual([])
  })

  test('a key, a language, a value or a plural form that is missing is found', () => {
    const all = (en: string, others: string): Namespace => ({
      name: 'planted',
      texts: Object.fromEntries(
        languages.map((language) => [language, flatten({ a: { b: language === 'en' ? en : others } })]),
      ),
    })
    const sound = all('{n, plural, one {# tie} other {# ties}}', '{n, plural, one {#} few {#} many {#} other {#}}')
    expect(messageFaults(sound)).toEqual([])
    expect(messageFaults({ ...sound, texts: { ...sound.texts, pl: flatten({ a: { c: 'x' } }) } })).toHaveLength(2)
    expect(messageFaults({ name: 'planted', texts: { en: flatten({ a: 'x' }) } })).toHaveLength(4)
    expect(messageFaults(all('{name}', '{nome}'))).toHaveLength(4)
    expect(messageFaults(all('{name}', '{name'))).toHaveLength(4)
    expect(messageFaults(all('text', ' '))).toHaveLength(4)
    expect(messageFaults(all('{n, plural, one {#} other {#}}', '{n, plural, one {#} other {#}}'))).toHaveLength(1)
  })

  test('the code asks only for namespaces that have a file', () => {
    const asked = source.flatMap(({ path, text }) =>
      namespacesAskedBy(withoutComments(text)).map((name) => ({ path, name })),
    )
    expect(asked.filter(({ name }) => !names.includes(name))).toEqual([])
    expect(
      namespacesAskedBy("useTranslations('actors.list'); await getTranslations({ locale, namespace: 'map' })"),
    ).toEqual(['actors', 'map'])
  })

  const english = new Map(
    names.flatMap((name) =>
      [...(textsOf(name).texts.en ?? [])].map(([key, text]) => [`${name}.${key}`, text] as const),
    ),
  )

  test('whoever asks for a message gives every value it takes: “undefined” would stand on the page', () => {
    const found = source
      .filter(({ path }) => /\.tsx?$/.test(path) && !path.includes('.test.'))
      .map((file) => missingValues(file, english))
    expect(found.flatMap(({ faults }) => faults)).toEqual([])
    expect(found.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(2000)
    const planted = (line: string) =>
      missingValues(
        { path: 'planted.tsx', text: `async function Page() {\n${line}\n}` },
        new Map([
          ['list.on', 'On {day} by <b>{who}</b>'],
          ['list.none', 'None'],
        ]),
      ).faults
    const sound = "const t = useTranslations('list'); return is ? t('none') : t.rich('on', { day, who, b: bold })"
    expect(planted(sound)).toEqual([])
    expect(planted("const t = useTranslations('list'); return t('on', { day })")).toHaveLength(2)
    expect(
      planted(
        "const [ui, t] = await Promise.all([none(), getTranslations('list')]); return [1].map(() => t(is ? 'on' : 'none'))",
      ),
    ).toHaveLength(3)
    expect(
      planted("const t = await getTranslations({ locale, namespace: 'list' }); return t.rich('on', { day, who })"),
    ).toEqual(['planted.tsx:2: on lacks b'])
  })

  test('a function is given for a tag only: for a plain value its source would stand on the page', () => {
    expect(
      source.flatMap(({ path, text }) => tagFaults(withoutComments(text), english).map((fault) => `${path} ${fault}`)),
    ).toEqual([])
    const planted = new Map([
      ['list.closed', 'Closed on {day}'],
      ['list.open', 'Open until <day></day>'],
    ])
    const call = (key: string) => `t.rich('${key}', { day: () => <DayTime at={new Date(0)} /> })`
    expect(tagFaults(call('closed'), planted)).toEqual(['closed: day'])
    expect(tagFaults(call('open'), planted)).toEqual([])
  })
})
