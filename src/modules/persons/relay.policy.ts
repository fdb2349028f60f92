type Reachable = {
  publicationBasis: string | null
  noticeSentOn: Date | null
  objectedAt: Date | null
  email: string | null
}
type Shown = { status: string; visibility: string }

/** Anybody may write to whom everybody may see, and to nobody else. */
export const canWriteTo = (person: Reachable | null, actor: Shown | undefined): boolean =>
  person !== null &&
  actor !== undefined &&
  person.publicationBasis !== null &&
  person.noticeSentOn !== null &&
  person.objectedAt === null &&
  person.email !== null &&
  actor.status === 'published' &&
  actor.visibility === 'public'
