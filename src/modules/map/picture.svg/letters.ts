import type { Picture } from '@/modules/map/picture.schema'

const fontFace = ({ family, range, data }: Picture['fonts'][number]) =>
  `@font-face{font-family:"Atlas ${family}";font-weight:400 700;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`

/** The letters of a picture, which are in it: sans for everything, serif for what has the class `h`. */
export const lettersOf = (fonts: Picture['fonts']): string =>
  `<style>${fonts.map(fontFace).join('')}text{font-family:"Atlas sans",sans-serif}.h{font-family:"Atlas serif",serif}</style>`
