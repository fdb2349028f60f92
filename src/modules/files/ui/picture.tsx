import { inLanguage } from '@/core/localized'
import { filePath, type PictureRow } from '@/modules/files/file.schema'

/** A picture in the size that fits, with its alternative text in the reader's language; empty where it is decoration. */
export function Picture({
  file,
  locale,
  sizes,
  className,
}: {
  file: PictureRow
  locale: string
  /** How wide it is drawn: the attribute `sizes` of HTML. */
  sizes: string
  className?: string
}) {
  const alt = file.alt && inLanguage(file.alt, locale)
  const webp = file.picture.sizes.filter(({ name }) => name.endsWith('.webp'))
  return (
    <picture>
      <source
        type="image/webp"
        sizes={sizes}
        srcSet={webp.map(({ name, width }) => `${filePath(file, name)} ${width}w`).join(', ')}
      />
      <img
        src={filePath(file)}
        alt={alt?.value ?? ''}
        lang={alt?.language}
        width={file.picture.width}
        height={file.picture.height}
        loading="lazy"
        decoding="async"
        className={className}
      />
    </picture>
  )
}
