import { Prisma } from '@/generated/prisma/client'
import { type PracticePage, practicePage, summary } from '@/modules/practices/practice.sql'

/** Public practices whole, texts in all languages, one page by key. */
export const recordsOfPractices = (where: Prisma.Sql, page: PracticePage): Prisma.Sql =>
  practicePage(
    Prisma.sql`${summary},
      p.version, p.original_language AS "originalLanguage", p.updated_at AS "updatedAt", p.source_name AS "sourceName",
      p.source_record_id AS "sourceRecordId", p.source_url AS "sourceUrl", p.source_licence AS "sourceLicence",
      p.source_retrieved_on AS "sourceRetrievedOn", p.in_charge_is_author AS "inChargeIsAuthor", p.from_project AS "fromProject",
      p.detail, p.resources, p.evidence_of_success AS "evidenceOfSuccess", p.challenges, p.potential,
      p.further_information AS "furtherInformation", p.links, p.keywords, p.expert_opinion AS "expertOpinion",
      (SELECT jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name #>> ARRAY['texts', t.name->>'original', 'value'])
        FROM territory t WHERE t.id = p.territory_id) AS territory,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', a.slug) ORDER BY a.slug), '[]') FROM practice_actor pa
        JOIN public_actor a ON a.id = pa.actor_id WHERE pa.practice_id = p.id) AS actors,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', r.slug) ORDER BY r.slug), '[]') FROM practice_relation pr
        JOIN public_relation r ON r.id = pr.relation_id WHERE pr.practice_id = p.id) AS relations`,
    where,
    page,
  )
