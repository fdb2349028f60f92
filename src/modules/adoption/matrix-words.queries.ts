import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import type { Matrix, MatrixFilter, MatrixWords } from '@/modules/adoption/matrix.schema'
import { addressOf, type PictureSite, themeLabels } from '@/modules/map/picture.queries'
import { findTerritories } from '@/modules/territories/territory.queries'
import { codeWords, plainWords } from '@/platform/message-words'

/** What a picture of the matrix says beside its cells: what was chosen, its signs, what it leaves out, its source. */
export async function getMatrixWords(
  matrix: Matrix,
  filter: MatrixFilter,
  { locale, site }: { locale: Locale; site: PictureSite },
): Promise<MatrixWords> {
  const [t, axes, judged] = await Promise.all([
    plainWords('adoption', locale),
    plainWords('practices', locale),
    codeWords('reviewed', locale),
  ])
  const { theme, axis, state, reviewed, territory } = filter
  const chosen = [
    ...(theme === undefined ? [] : await themeLabels([theme], locale)),
    ...(axis === undefined ? [] : [axes(`axis.${axis}`)]),
    ...(state === undefined ? [] : [t(`state.${state}`)]),
    ...(reviewed === undefined ? [] : [judged(reviewed)]),
    ...(territory === undefined ? [] : [await nameOf(territory, locale)]),
  ]
  const { total, adopted, others, rows, hidden } = matrix
  return {
    title: t('matrix.title'),
    subtitle: [t('matrix.sum', { total, adopted, others }), ...chosen].join(' · '),
    signs: {
      home: t('matrix.homeLegend'),
      interested: t('state.interested'),
      workshop: t('state.workshop'),
      adopted: t('state.adopted'),
      not_adopted: t('state.not_adopted'),
    },
    foot: [
      ...(total > rows.length ? [t('matrix.shown', { shown: rows.length, total })] : []),
      ...(hidden > 0 ? [t('matrix.hidden', { count: hidden })] : []),
      ...(site.isDemo ? [t('entry.demo')] : []),
      t('files.source', {
        ...{ date: dateText(locale, new Date(), 'day'), licence: site.licence, address: addressOf(site.url) },
      }),
    ],
  }
}

async function nameOf(slug: string, locale: string): Promise<string> {
  const { rows } = await findTerritories({}, { locale })
  return rows.find((row) => row.slug === slug)?.name ?? slug
}
