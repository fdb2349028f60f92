-- What public practices may have in common (docs/decisions/047), so that those like one are found by an index instead of
-- comparing each with every other: `#` theme, `/` sector, `=` keyword in lower case; a word has no sign.
CREATE TABLE "practice_trait" (
    "trait" TEXT COLLATE "C" NOT NULL,
    "practice_id" UUID NOT NULL,

    CONSTRAINT "practice_trait_pkey" PRIMARY KEY ("trait","practice_id")
);

-- CreateIndex
CREATE INDEX "practice_trait_practice_id_idx" ON "practice_trait"("practice_id");

-- AddForeignKey
ALTER TABLE "practice_trait" ADD CONSTRAINT "practice_trait_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Words that say what a title is about: six letters and more, and no "through", "attraverso" or "poprzez". PostgreSQL
-- brings lists of such words for four of the five languages; what they leave out stands here.
CREATE FUNCTION telling_words(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT DISTINCT w FROM unnest(words) AS w
    WHERE w ~ '^[a-z]{6,}$'
      AND w <> ALL ('{across,around,beyond,towards,within,without,attraverso,insieme,mediante,presso,secondo,
        alrededor,dentro,ademas,tillsammans,inklusive,dzieki,miedzy,oprocz,podczas,pomiedzy,poprzez,wedlug,zgodnie}'::text[])
      AND ts_lexize('english_stem', w) IS DISTINCT FROM '{}' AND ts_lexize('italian_stem', w) IS DISTINCT FROM '{}'
      AND ts_lexize('spanish_stem', w) IS DISTINCT FROM '{}' AND ts_lexize('swedish_stem', w) IS DISTINCT FROM '{}');

CREATE FUNCTION refresh_practice_traits(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  WITH said AS (
    SELECT p.id, every.trait
    FROM "practice" p CROSS JOIN LATERAL (
      SELECT '#' || theme AS trait FROM unnest(p.themes) AS theme
      UNION SELECT '/' || sector FROM unnest(p.sectors) AS sector
      UNION SELECT '=' || lower(keyword) FROM unnest(p.keywords) AS keyword
      UNION SELECT w FROM unnest(p.keywords) AS keyword, unnest(telling_words(search_words_of(keyword))) AS w
      UNION SELECT w FROM unnest(p.folded_titles) AS title, unnest(telling_words(search_words(title))) AS w
    ) AS every
    WHERE p.id = ANY (ids) AND p.status = 'published' AND p.visibility = 'public'
  ), gone AS (
    DELETE FROM "practice_trait" t WHERE t.practice_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM said s WHERE s.id = t.practice_id AND s.trait = t.trait)
  )
  INSERT INTO "practice_trait" (trait, practice_id) SELECT s.trait, s.id FROM said s ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION practice_traits_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_practice_traits(ARRAY(SELECT id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER practice_traits_inserted AFTER INSERT ON "practice" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION practice_traits_changed();
CREATE TRIGGER practice_traits_updated AFTER UPDATE ON "practice" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION practice_traits_changed();

SELECT refresh_practice_traits(ARRAY(SELECT id FROM "practice"));
