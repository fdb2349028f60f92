-- Good practices (docs/decisions/030): the rest of their columns, what everybody may see of them, and their entries in the
-- index of names.

-- AlterTable
ALTER TABLE "practice" ADD COLUMN     "country" CHAR(2),
ADD COLUMN     "fictitious" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "internal_notes" TEXT,
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "links" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "precision" "point_precision",
ADD COLUMN     "sectors" TEXT[];

-- CreateIndex
CREATE INDEX "practice_folded_title_id_idx" ON "practice"("folded_title", "id");

-- CreateIndex
CREATE INDEX "practice_source_name_source_record_id_idx" ON "practice"("source_name", "source_record_id");

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "practice_place_id_idx" ON "practice"("place_id");

ALTER TABLE "practice"
  ADD CONSTRAINT practice_started_edtf CHECK (started ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT practice_ended_edtf CHECK (ended ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT practice_point_whole CHECK (num_nonnulls(longitude, latitude, "precision") IN (0, 3));

CREATE INDEX practice_public_title ON "practice" (folded_title, id) WHERE status = 'published' AND visibility = 'public';
CREATE INDEX practice_public_published ON "practice" (published_at, id) WHERE status = 'published' AND visibility = 'public';
CREATE UNIQUE INDEX practice_source_record ON "practice" (source_name, source_record_id) WHERE source_record_id IS NOT NULL;

-- A practice stands on its own: who is in charge of it is named only where that actor is public too. It is at home where
-- its organisation in charge is, else where it is curated.
CREATE VIEW public_practice AS
  SELECT p.id, p.slug, p.territory_id, coalesce(a.home_territory_id, p.territory_id) AS home_territory_id, p.version, p.original_language,
         p.source_name, p.source_record_id, p.source_url, p.source_licence, p.source_retrieved_on,
         p.demo, p.fictitious, p.verified_at, p.published_at, p.updated_at, p.title, p.folded_title, p.themes, p.axes, p.sectors,
         p.scope, p.country, p.place_id, p.nuts_code, p.longitude, p.latitude, p."precision", a.id AS in_charge_id, p.in_charge_is_author, p.from_project,
         p.summary, p.detail, p.resources, p.started, p.ended, p.ongoing, p.evidence_of_success, p.challenges, p.potential,
         p.further_information, p.links, p.keywords, p.expert_opinion
  FROM "practice" p
  LEFT JOIN "actor" a ON a.id = p.in_charge_id AND a.status = 'published' AND a.visibility = 'public'
  WHERE p.status = 'published' AND p.visibility = 'public';

-- ---------------------------------------------------------------- searching

-- Signs as in the migration of the search. A practice is known by its title in every language it is written in, by its
-- keywords and by who is in charge; `folded_titles` are its titles as core folds them.
ALTER TABLE "practice" ADD COLUMN "folded_titles" TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';

CREATE FUNCTION refresh_search_practices(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(ids) = 0 OR ids IS NULL THEN RETURN; END IF;
  DELETE FROM "search_entry" e WHERE e.record_kind = 'practice' AND e.record_id = ANY(ids)
    AND NOT EXISTS (SELECT FROM public_practice p WHERE p.id = e.record_id);
  INSERT INTO "search_entry" AS e (record_kind, record_id, weight, words)
  SELECT 'practice', p.id, 1, array_to_tsvector(found.lexemes)
  FROM public_practice p JOIN "practice" t ON t.id = p.id
  CROSS JOIN LATERAL (
    SELECT array_agg(lexeme) AS lexemes FROM (
      SELECT '!practice' AS lexeme
      UNION ALL SELECT '@c' || p.country WHERE p.country IS NOT NULL
      UNION ALL SELECT '@p' || p.place_id WHERE p.place_id IS NOT NULL
      UNION ALL SELECT unnest(said.words || search_name(said.words))
        FROM unnest(t.folded_titles) title CROSS JOIN LATERAL (SELECT search_words(title) AS words) said
        WHERE said.words[1] <> ''
      UNION ALL SELECT '~' || w FROM unnest(p.keywords || p.from_project) keyword, unnest(search_words_of(keyword)) w
      UNION ALL SELECT '~' || w FROM "actor_name" n, unnest(search_words(n.folded)) w
        WHERE n.actor_id = p.in_charge_id AND n.kind IN ('label', 'acronym')
    ) AS every
    WHERE lexeme NOT IN ('', '~', '=')
  ) AS found
  WHERE p.id = ANY(ids)
  ON CONFLICT (record_kind, record_id) DO UPDATE SET weight = excluded.weight, words = excluded.words
    WHERE (e.weight, e.words) IS DISTINCT FROM (excluded.weight, excluded.words);
END $$;

CREATE FUNCTION search_practices_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_search_practices(ARRAY(SELECT id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER search_practices_inserted AFTER INSERT ON "practice" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_practices_changed();
CREATE TRIGGER search_practices_updated AFTER UPDATE ON "practice" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_practices_changed();
CREATE TRIGGER search_practices_deleted AFTER DELETE ON "practice" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION search_record_deleted('practice');

-- Who is in charge changes its name, or is shown and hidden.
CREATE FUNCTION search_in_charge_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_search_practices(ARRAY(
    SELECT p.id FROM "practice" p WHERE p.in_charge_id IN (SELECT actor_id FROM changed)));
  RETURN NULL;
END $$;
CREATE TRIGGER search_in_charge_inserted AFTER INSERT ON "actor_name" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_in_charge_named();
CREATE TRIGGER search_in_charge_updated AFTER UPDATE ON "actor_name" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_in_charge_named();
CREATE TRIGGER search_in_charge_deleted AFTER DELETE ON "actor_name" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_in_charge_named();

CREATE FUNCTION search_in_charge_shown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_search_practices(ARRAY(
    SELECT p.id FROM after_change n JOIN before_change o USING (id) JOIN "practice" p ON p.in_charge_id = n.id
    WHERE (n.status = 'published' AND n.visibility = 'public') <> (o.status = 'published' AND o.visibility = 'public')));
  RETURN NULL;
END $$;
CREATE TRIGGER search_in_charge_shown AFTER UPDATE ON "actor" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION search_in_charge_shown();
