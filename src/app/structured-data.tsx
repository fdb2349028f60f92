import { headers } from 'next/headers'
import { type JsonLd, jsonLdText } from '@/core/json-ld'

/** What a page is about, for search engines. React writes the text of a script as it is; jsonLdText keeps it closed. */
export async function StructuredData({ data }: { data: JsonLd }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <script type="application/ld+json" nonce={nonce}>
      {jsonLdText(data)}
    </script>
  )
}
