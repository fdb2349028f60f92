import { Hono } from 'hono'
import { decided } from '@/core/decision'
import { locales } from '@/core/localized'
import { mapParams, mapStateOf } from '@/modules/map/map-state.schema'
import { getPicture } from '@/modules/map/picture.queries'
import { pictureToSvg } from '@/modules/map/picture.svg/draw'
import { getSettings } from '@/platform/settings'
import { badParameters, refuseOtherVerbs } from './answer'

// What a map shows as a file of its own: the same parameters as its address, and the language as `lang`.
export const picture = new Hono()

// Opened by itself it runs nothing and asks for nothing: its letters are in it.
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox"

picture.get('/map.svg', async (c) => {
  const params = new URL(c.req.url).searchParams
  const lang = params.get('lang') ?? 'en'
  const locale = locales.find((one) => one === lang)
  params.delete('lang')
  const known = mapParams(params)
  const state = mapStateOf(known)
  const strange = [...params.keys()].filter((key) => !known.has(key))
  if (locale === undefined) strange.push('lang')
  if (strange.length > 0 || state.ignored.length > 0 || locale === undefined)
    return badParameters([...strange, ...state.ignored])
  const { url, licence, isDemo } = await getSettings()
  decided()
  return new Response(pictureToSvg(await getPicture(state, locale, { url, licence, isDemo })), {
    status: 200,
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': 'inline; filename="atlas-map.svg"',
      'content-security-policy': policy,
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
    },
  })
})

refuseOtherVerbs(picture, { isOpen: true })
