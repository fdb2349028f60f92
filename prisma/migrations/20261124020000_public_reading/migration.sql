-- What everybody reads, measured with 100,000 actors and 500,000 ends of relations (docs/performance.md).

-- Hidden actors are few: through this index a relation is known to be public without reading the actors.
CREATE INDEX actor_hidden ON "actor" (id) WHERE NOT (status = 'published' AND visibility = 'public');

-- As before, but the holder is looked up in that index for each row instead of in a list of all public actors.
CREATE OR REPLACE VIEW public_relation AS
  SELECT r.id, r.slug, r.territory_id, r.version, r.original_language, r.source_name, r.source_record_id, r.source_url, r.source_licence, r.source_retrieved_on,
         r.demo, r.fictitious, r.verified_at, r.published_at, r.updated_at, r.type, r.direction, r.state, r.title, r.folded_title, r.description,
         r.started, r.ended, r.renewed, r.started_earliest, r.started_latest, r.ended_earliest, r.ended_latest,
         r.legal_basis, r.programme, r.call, r.project_acronym, r.project_number, r.events_per_year, r.people, r.amount, r.amount_currency, r.amount_year,
         r.themes, r.sectors, r.sdgs, r.holder_id, r.usable_by_firms, r.offer, r.evidence, r.contested, r.countries, r.is_international
  FROM "relation" r
  WHERE r.status = 'published' AND r.visibility = 'public'
    AND NOT EXISTS (
      SELECT FROM "relation_party" rp JOIN "actor" a ON a.id = rp.actor_id
      WHERE rp.relation_id = r.id AND NOT (a.status = 'published' AND a.visibility = 'public')
    )
    AND NOT EXISTS (
      SELECT FROM "actor" h WHERE h.id = r.holder_id AND NOT (h.status = 'published' AND h.visibility = 'public')
    );

-- All that the map and the counts read of an actor: neither opens the table, whose rows are wide.
CREATE INDEX actor_public_map ON "actor" (mz) INCLUDE (mx, my, kind, country, home_territory_id, id) WHERE status = 'published' AND visibility = 'public';

-- One country's actors in the order of the list.
CREATE INDEX actor_public_country ON "actor" (country, folded_label, id) WHERE status = 'published' AND visibility = 'public';

-- A detail page asks who was merged into its actor.
CREATE INDEX actor_successor ON "actor" (successor_id) WHERE successor_id IS NOT NULL;

DROP INDEX actor_public_relations;
CREATE INDEX actor_public_relations ON "actor" ((-relation_count), folded_label, id) WHERE status = 'published' AND visibility = 'public';

-- The other orders of the lists, as they are written in actor.sql and relation.sql.
CREATE INDEX actor_public_verified ON "actor" (coalesce(verified_at, '-infinity'), id) WHERE status = 'published' AND visibility = 'public';
CREATE INDEX relation_public_verified ON "relation" (coalesce(verified_at, '-infinity'), id) WHERE status = 'published' AND visibility = 'public';
CREATE INDEX relation_public_started ON "relation" (coalesce(started_earliest, 'infinity'), id) WHERE status = 'published' AND visibility = 'public';
CREATE INDEX relation_public_latest ON "relation" (coalesce(started_earliest, '-infinity'), id) WHERE status = 'published' AND visibility = 'public';

-- Numbers of relations by type and state, without opening the table.
CREATE INDEX relation_public_count ON "relation" (id) INCLUDE (type, state, holder_id, is_international) WHERE status = 'published' AND visibility = 'public';
