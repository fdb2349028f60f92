-- That a relation is contested is a row of `contest`. The column of the relation was never written.

-- A view gives up a column only by being made anew, and with it every view that rests on it, as each was.
DO $$
DECLARE
  resting record;
  views text[] := '{}';
  said text;
BEGIN
  FOR resting IN
    WITH RECURSIVE upon (oid, depth) AS (
      SELECT 'public_relation'::regclass::oid, 0
      UNION
      SELECT w.ev_class, u.depth + 1
      FROM upon u
      JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = u.oid AND d.classid = 'pg_rewrite'::regclass
      JOIN pg_rewrite w ON w.oid = d.objid
      WHERE w.ev_class <> u.oid
    )
    SELECT oid::regclass::text AS name, pg_get_viewdef(oid) AS said FROM upon
    WHERE depth > 0 GROUP BY oid ORDER BY max(depth)
  LOOP
    views := views || format('CREATE VIEW %s AS %s', resting.name, resting.said);
  END LOOP;
  DROP VIEW public_relation CASCADE;
  CREATE VIEW public_relation AS
    SELECT r.id, r.slug, r.territory_id, r.version, r.original_language, r.source_name, r.source_record_id, r.source_url, r.source_licence, r.source_retrieved_on,
           r.demo, r.fictitious, r.verified_at, r.published_at, r.updated_at, r.type, r.direction, r.state, r.title, r.folded_title, r.description,
           r.started, r.ended, r.renewed, r.started_earliest, r.started_latest, r.ended_earliest, r.ended_latest,
           r.legal_basis, r.programme, r.call, r.project_acronym, r.project_number, r.events_per_year, r.people, r.amount, r.amount_currency, r.amount_year,
           r.themes, r.sectors, r.sdgs, r.holder_id, r.usable_by_firms, r.offer, r.evidence, r.countries, r.is_international
    FROM "relation" r
    WHERE r.status = 'published' AND r.visibility = 'public'
      AND NOT EXISTS (
        SELECT FROM "relation_party" rp JOIN "actor" a ON a.id = rp.actor_id
        WHERE rp.relation_id = r.id AND NOT (a.status = 'published' AND a.visibility = 'public')
      )
      AND NOT EXISTS (
        SELECT FROM "actor" h WHERE h.id = r.holder_id AND NOT (h.status = 'published' AND h.visibility = 'public')
      );
  FOREACH said IN ARRAY views LOOP EXECUTE said; END LOOP;
END $$;

ALTER TABLE "relation" DROP COLUMN "contested";
