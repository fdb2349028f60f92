import { edtfText } from '@/core/date-text'
import type { ShownText } from '@/core/localized'
import type { ShownTransfer } from '@/modules/adoption/transfer.schema'
import type { PaperBlock, PaperText } from '@/modules/papers/paper.schema'

/** What a paper says of transfers in the reader's language. */
export type TransferWords = {
  locale: string
  /** Of the namespace `adoption`. */
  t: (key: string, values?: Readonly<Record<string, string | number>>) => string
  /** The whole address of a page. */
  addressOf: (path: string) => string
}

/** Who took a practice up, for its paper: where, how far it came and since when, and what it became or why not. */
export function transferBlocks(transfers: readonly ShownTransfer[], words: TransferWords): PaperBlock[] {
  const { t, addressOf } = words
  const adopted = transfers.filter(({ state }) => state === 'adopted').length
  const sum =
    transfers.length === 0 ? t('ofPractice.none') : t('ofPractice.sum', { adopted, others: transfers.length - adopted })
  return [
    { kind: 'heading', level: 2, text: { text: t('ofPractice.title') } },
    { kind: 'text', text: { text: sum }, ...(transfers.length === 0 && { isQuiet: true }) },
    ...(transfers.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: transfers.map((transfer) => {
              const more = toldOf(transfer, words)
              return {
                text: { text: transfer.territory.name },
                href: addressOf(`/territories/${transfer.territory.slug}`),
                note: noteOf(transfer, words),
                ...(more !== null && { more }),
              }
            }),
          },
        ]),
  ]
}

/** How far, since when, where it is talked over, and whether it is real. */
function noteOf({ state, since, workshop, demo }: ShownTransfer, { locale, t }: TransferWords): string {
  const days = workshop && [workshop.on, ...(workshop.until === null ? [] : [workshop.until])]
  const [from = '', until] = days?.map((day) => edtfText(locale, day)) ?? []
  const when = until === undefined ? from : t('entry.days', { from, until })
  return [
    t(`state.${state}`),
    ...(since === null ? [] : [`${t('entry.since')} ${edtfText(locale, since)}`]),
    ...(workshop === null ? [] : [`${t('entry.workshop')} ${when}, ${workshop.place}`]),
    ...(demo ? [t('entry.demo')] : []),
  ].join(' · ')
}

/** What it became, else why it was adopted or not, else why it is of interest. */
function toldOf({ became, reasons, note }: ShownTransfer, { locale }: TransferWords): PaperText | null {
  const said: ShownText | null = became ?? reasons ?? note
  return said && { text: said.value, ...(said.language !== locale && { language: said.language }) }
}
