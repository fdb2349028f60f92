import { Link } from '@/i18n/navigation'

/** Another actor by name, with the way to its page. */
export function ActorLink({ actor }: { actor: { slug: string; name: string } }) {
  return (
    <Link href={`/actors/${actor.slug}`} prefetch={false}>
      {actor.name}
    </Link>
  )
}
