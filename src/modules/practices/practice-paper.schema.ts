import { edtfText } from '@/core/date-text'
import { inLanguage, type Localized } from '@/core/localized'
import type { Paper, PaperBlock, PaperFact, PaperPicture, PaperText } from '@/modules/papers/paper.schema'
import { charactersOf, practiceLimits } from '@/modules/practices/practice-limit.schema'
import type { PracticeView } from '@/modules/practices/practice.schema'
import { type ProgrammeEntry, programmeEntries, type ProgrammeField } from '@/modules/practices/programme-form.schema'

/** What a paper of practices says in the reader's language, and of the site it comes from. */
export type PaperWords = {
  locale: string
  /** Of the namespace `practices`. */
  t: (key: string, values?: Readonly<Record<string, string | number>>) => string
  notKnown: string
  themeName: (code: string) => string
  sectorName: (code: string) => string
  /** Of relations by id. */
  relationNames: ReadonlyMap<string, string>
  /** The whole address of a page. */
  addressOf: (path: string) => string
  licence: string
  /** The day it is made, written out. */
  day: string
}

const isText = (field: ProgrammeField): field is keyof typeof practiceLimits => field in practiceLimits

const shown = (text: Localized, locale: string): PaperText & { isMachine: boolean } => {
  const { value, language, machine } = inLanguage(text, locale)
  return { text: value, ...(language !== locale && { language }), isMachine: machine }
}

/** What has to be known before reading: that it is no published record, or none of the real world. */
function notices({ status, visibility, demo, fictitious }: PracticeView, { t }: PaperWords): PaperBlock[] {
  const said = [
    ...(status === 'published' ? [] : [t(`paper.state.${status}`)]),
    ...(visibility === 'public' ? [] : [t(`paper.seenBy.${visibility}`)]),
    ...(fictitious ? [t('fictitious')] : []),
    ...(demo ? [t('paper.demo')] : []),
  ]
  return said.map((text) => ({ kind: 'notice', text }))
}

/** Short fields that follow each other share a table; a long one has a heading of its own, and its counter. */
function fieldBlocks(practice: PracticeView, words: PaperWords): PaperBlock[] {
  const { locale, t, notKnown, addressOf } = words
  const entries = programmeEntries(practice, {
    ...{ locale, themes: practice.themes.map(words.themeName), ongoing: t('period.ongoing') },
    scope: practice.scope && t(`scope.${practice.scope}`),
  })
  const blocks: PaperBlock[] = []
  let rows: PaperFact[] = []
  const closeTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'facts', head: [t('paper.field'), t('paper.content')], rows })
    rows = []
  }
  for (const entry of entries) {
    const label = t(`programme.field.${entry.field}`)
    if (!isText(entry.field)) {
      const { inCharge } = practice
      const isLinked = entry.field === 'inCharge' && inCharge !== null
      rows.push({
        label,
        value: { text: entry.text === '' ? notKnown : dayWords(entry, practice, locale) },
        ...(isLinked && { href: addressOf(`/actors/${inCharge.slug}`) }),
      })
    } else if (entry.field !== 'title') {
      closeTable()
      blocks.push({ kind: 'heading', level: 2, text: { text: label } }, ...textBlocks(practice, entry, words))
    }
  }
  closeTable()
  return blocks
}

/** A day as people write it; the programme's own form takes it as it is stored. */
const dayWords = ({ field, text }: ProgrammeEntry, { started, ended }: PracticeView, locale: string): string =>
  (field === 'started' && text === started) || (field === 'ended' && text === ended) ? edtfText(locale, text) : text

function textBlocks(practice: PracticeView, entry: ProgrammeEntry, words: PaperWords): PaperBlock[] {
  const { locale, t, notKnown } = words
  const said = isText(entry.field) ? practice[entry.field] : null
  const links = entry.field === 'furtherInformation' ? practice.links : []
  const text = said && shown(said, locale)
  return [
    ...(text === null ? [] : [{ kind: 'text' as const, text }]),
    ...(text?.isMachine ? [quiet(t('paper.machine'))] : []),
    ...(links.length === 0
      ? []
      : [
          { kind: 'list' as const, items: links.map(({ url, title = url }) => ({ text: { text: title }, href: url })) },
        ]),
    ...(text === null && links.length === 0 ? [{ kind: 'text' as const, text: { text: notKnown }, isQuiet: true as const }] : []), // prettier-ignore
    ...counter(entry),
  ]
}

const quiet = (text: string): PaperBlock => ({ kind: 'text', text: { text }, isQuiet: true })

/** "123 / 160", as the programme counts. */
const counter = ({ count, max }: ProgrammeEntry): PaperBlock[] => (max === null ? [] : [quiet(`${count} / ${max}`)])

/** What the programme does not ask and the register knows: key facts, who takes part, what it rests on. */
function registerBlocks(practice: PracticeView, words: PaperWords): PaperBlock[] {
  const { t, addressOf, relationNames, notKnown } = words
  const { territory, axes, sectors } = practice
  const list = (values: readonly string[]) => ({ text: values.length === 0 ? notKnown : values.join('; ') })
  const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text: { text } })
  const rows: PaperFact[] = [
    { label: t('facts.axes'), value: list(axes.map((axis) => t(`axis.${axis}`))) },
    { label: t('facts.sectors'), value: list(sectors.map(words.sectorName)) },
    {
      label: t('facts.curated'),
      value: { text: territory?.name ?? t('facts.commons') },
      ...(territory !== null && { href: addressOf(`/territories/${territory.slug}`) }),
    },
  ]
  return [
    heading(t('facts.title')),
    { kind: 'facts', head: [t('paper.field'), t('paper.content')], rows },
    ...(practice.actors.length === 0 ? [] : [heading(t('actors'))]),
    ...(practice.actors.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: practice.actors.map(({ name, slug }) => ({
              text: { text: name.value, ...(name.language !== words.locale && { language: name.language }) },
              href: addressOf(`/actors/${slug}`),
            })),
          },
        ]),
    heading(t('restsOn')),
    practice.relations.length === 0
      ? { kind: 'text', text: { text: notKnown }, isQuiet: true }
      : {
          kind: 'list',
          items: practice.relations.map(({ id, slug, holder }) => ({
            text: { text: relationNames.get(id) ?? slug },
            href: addressOf(`/relations/${slug}`),
            note: holder === null ? t('holderUnknown') : t('heldBy', { holder: holder.name }),
          })),
        },
  ]
}

/** Where it comes from and under which terms it may be used. */
function sourceBlocks({ slug, source, status }: PracticeView, words: PaperWords): PaperBlock[] {
  const { t, addressOf, licence, day } = words
  const address = addressOf(`/practices/${slug}`)
  const rows: PaperFact[] = [
    ...(source?.name === undefined
      ? []
      : [
          {
            label: t('paper.source'),
            value: { text: [source.name, source.licence].filter((part) => part !== undefined).join(', ') },
            ...(source.url !== undefined && { href: source.url }),
          },
        ]),
    ...(status === 'published' ? [{ label: t('paper.address'), value: { text: address }, href: address }] : []),
    { label: t('paper.licence'), value: { text: licence } },
    { label: t('paper.day'), value: { text: day } },
  ]
  return [
    { kind: 'heading', level: 2, text: { text: t('paper.origin') } },
    { kind: 'facts', head: [t('paper.field'), t('paper.content')], rows },
  ]
}

/** A practice with what rooms after this one add to its paper: its pictures, who judged it, who took it up. */
type PracticeToPrint = {
  practice: PracticeView
  pictures: readonly PaperPicture[]
  further: readonly PaperBlock[]
}

/** One practice, in the programme's order and words, then what the register knows of it, its pictures and its source. */
function practiceBlocks({ practice, pictures, further }: PracticeToPrint, words: PaperWords): PaperBlock[] {
  const title = shown(practice.title, words.locale)
  const length = charactersOf(title.text)
  return [
    { kind: 'heading', level: 1, text: title },
    quiet(`${length} / ${practiceLimits.title}`),
    ...notices(practice, words),
    ...fieldBlocks(practice, words),
    ...registerBlocks(practice, words),
    ...further,
    ...(pictures.length === 0 ? [] : [{ kind: 'heading' as const, level: 2 as const, text: { text: words.t('paper.pictures') } }]), // prettier-ignore
    ...pictures,
    ...sourceBlocks(practice, words),
  ]
}

const footOf = ({ licence, day }: PaperWords) => `COMPETE IN Atlas · ${licence} · ${day}`

/** A practice as a paper of its own. */
export function practicePaper(print: PracticeToPrint, words: PaperWords): Paper {
  const { locale, t, addressOf } = words
  const { practice } = print
  return {
    title: inLanguage(practice.title, locale).value,
    language: locale,
    subject: t('one'),
    author: practice.inCharge?.name ?? new URL(addressOf('/')).host,
    keywords: practice.keywords,
    foot: footOf(words),
    blocks: practiceBlocks(print, words),
  }
}

/** Practices in one paper, each beginning a page; the first says how many there are, where these are not all. */
export function practicesPaper(practices: readonly PracticeToPrint[], total: number, words: PaperWords): Paper {
  const { locale, t, addressOf } = words
  const many = t('paper.many', { count: practices.length, total })
  return {
    title: t('title'),
    language: locale,
    subject: t('description'),
    author: new URL(addressOf('/')).host,
    keywords: [],
    foot: footOf(words),
    blocks: [
      { kind: 'text', text: { text: many } },
      ...practices.flatMap((print, index): PaperBlock[] => [
        ...(index === 0 ? [] : [{ kind: 'newPage' as const }]),
        ...practiceBlocks(print, words),
      ]),
    ],
  }
}
