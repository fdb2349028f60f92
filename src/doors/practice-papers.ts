import { type Context, Hono } from 'hono'
import { AppError } from '@/core/app-error'
import { found } from '@/core/found'
import { inLanguage, type Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findShownFiles, getFile } from '@/modules/files/file.queries'
import { isPicture } from '@/modules/files/file.schema'
import { printedLetters } from '@/modules/papers/letters.queries'
import { paperToDocx } from '@/modules/papers/paper.docx'
import { paperToPdf } from '@/modules/papers/paper.pdf'
import { type Paper, paperMark, type PaperPicture } from '@/modules/papers/paper.schema'
import { getPractice, practiceSlugAfter } from '@/modules/practices/practice-detail.queries'
import { paperWords } from '@/modules/practices/practice-paper.queries'
import { practicePaper, practicesPaper } from '@/modules/practices/practice-paper.schema'
import { findPractices } from '@/modules/practices/practice.queries'
import { strangeIn } from '@/modules/taxonomy/filter.schema'
import { viewerOfRequest } from '@/platform/session-request'
import { getSettings } from '@/platform/settings'
import { badParameters, refusal, refuseOtherVerbs } from './answer'
import { langIn, langParams } from './asked-language'
import { practiceFilterIn } from './practice-filter'
import { furtherBlocks } from './practice-further'
import { publicFile } from './sent-in-pieces'

/** Practices as papers, in the language asked for. Cookies are ignored: everybody gets what everybody may see. */
export const practicePapers = new Hono()

const endings = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: paperToDocx,
  },
  pdf: { type: 'application/pdf', make: (paper: Paper) => paperToPdf(paper, printedLetters()) },
} as const
type Ending = keyof typeof endings

/** Pictures of a practice that say something, as this viewer may see them. */
async function picturesOf(viewer: Viewer | null, id: string, locale: string, most: number): Promise<PaperPicture[]> {
  const files = (await findShownFiles(viewer, { kind: 'practice', id })).filter(isPicture)
  const pictures = await Promise.all(
    files.slice(0, most).map(async ({ id: fileId, fileName, alt, title, credit, picture: { width, height } }) => {
      const { mediaType, open } = await getFile(viewer, fileId, fileName)
      if (alt === null || mediaType !== 'image/jpeg') return []
      const { value, language } = inLanguage(alt, locale)
      const caption = [title, credit].filter((part) => part !== null).join(' · ')
      return [
        {
          ...{ kind: 'picture' as const, id: fileId, width, height },
          bytes: new Uint8Array(await new Response(await open()).arrayBuffer()),
          alt: { text: value, ...(language !== locale && { language }) },
          caption: caption === '' ? null : { text: caption },
        },
      ]
    }),
  )
  return pictures.flat()
}

const mostPictures = 8

async function paperOf(viewer: Viewer | null, key: string, locale: Locale) {
  const practice = await getPractice(viewer, key, locale)
  const [words, pictures, further] = await Promise.all([
    getSettings().then((site) => paperWords([practice], locale, site)),
    picturesOf(viewer, practice.id, locale, mostPictures),
    furtherBlocks(practice, locale),
  ])
  return { practice, paper: practicePaper({ practice, pictures, further }, words) }
}

const sent = (c: Context, { name, ending, paper }: { name: string; ending: Ending; paper: Paper }) =>
  publicFile(c, {
    ...{ name: `${name}.${ending}`, type: endings[ending].type, tag: paperMark(paper) },
    pieces: async function* () {
      yield await endings[ending].make(paper)
    },
  })

const one = (ending: Ending) => async (c: Context) => {
  try {
    const { pathname, search, searchParams } = new URL(c.req.url)
    const locale = langIn(searchParams)
    const strange = [...strangeIn(searchParams, langParams), ...(locale === null ? ['lang'] : [])]
    if (locale === null || strange.length > 0) return badParameters(strange)
    const slug = (c.req.param('file') ?? '').slice(0, -ending.length - 1)
    const result = await found(slug, (key) => paperOf(null, key, locale), practiceSlugAfter)
    if ('movedTo' in result)
      return c.redirect(`${pathname.replace(/[^/]+$/, `${result.movedTo}.${ending}`)}${search}`, 308)
    if ('problem' in result) throw new AppError(result.problem === 'gone' ? 'gone' : 'not-found', result.problem)
    return sent(c, { name: result.item.practice.slug, ending, paper: result.item.paper })
  } catch (error) {
    return refusal(error)
  }
}

practicePapers.get('/practice/:file{[^/]+\\.docx}', one('docx'))
practicePapers.get('/practice/:file{[^/]+\\.pdf}', one('pdf'))

/** A paper stands in memory while it is made. */
const mostPractices = 100

practicePapers.get('/practices.docx', async (c) => {
  const { searchParams } = new URL(c.req.url)
  const locale = langIn(searchParams)
  const asked = practiceFilterIn(searchParams, langParams)
  if (locale === null || 'strange' in asked)
    return badParameters([...('strange' in asked ? asked.strange : []), ...(locale === null ? ['lang'] : [])])
  const { rows, total } = await findPractices(asked.filter, { limit: mostPractices, locale })
  const practices = await Promise.all(
    rows.map(async ({ id }) => {
      const practice = await getPractice(null, id, locale)
      return {
        practice,
        pictures: await picturesOf(null, id, locale, 1),
        further: await furtherBlocks(practice, locale),
      }
    }),
  )
  const words = await paperWords(
    practices.map(({ practice }) => practice),
    locale,
    await getSettings(),
  )
  return sent(c, { name: 'practices', ending: 'docx', paper: practicesPaper(practices, total, words) })
})

refuseOtherVerbs(practicePapers, { isOpen: true })

/** The same for whoever may read a practice before everybody does: says what it is, and is kept nowhere. */
export const ownPapers = new Hono()

const own = (ending: Ending) => async (c: Context) => {
  try {
    const { searchParams } = new URL(c.req.url)
    const locale = langIn(searchParams)
    const strange = [...strangeIn(searchParams, langParams), ...(locale === null ? ['lang'] : [])]
    if (locale === null || strange.length > 0) return badParameters(strange)
    const { practice, paper } = await paperOf(await viewerOfRequest(c.req.raw), c.req.param('id') ?? '', locale)
    return new Response(new Uint8Array(await endings[ending].make(paper)), {
      headers: {
        'content-type': endings[ending].type,
        'content-disposition': `attachment; filename="${practice.slug}.${ending}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return refusal(error)
  }
}

ownPapers.get('/:id/document.docx', own('docx'))
ownPapers.get('/:id/document.pdf', own('pdf'))

refuseOtherVerbs(ownPapers)
