-- One index for everything that is searched by its names (docs/decisions/022): a row for each public record, and the
-- dictionary of their words, by which typing errors are found out.

-- AlterTable
ALTER TABLE "actor" ADD COLUMN     "folded_city" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "search_entry" (
    "record_kind" "record_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "weight" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("record_kind","record_id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "id" BIGSERIAL NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("id")
);

-- ---------------------------------------------------------------- what an entry says

-- Words as searching compares them: letters and digits of a folded text.
CREATE FUNCTION search_words(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN string_to_array(trim(regexp_replace(left(lower(folded), 1000), '[^a-z0-9]+', ' ', 'g')), ' ');

-- The same for what no save folds (acronyms and programmes, names of free places).
CREATE FUNCTION search_words_of(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN search_words(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g'));

-- A whole name as one lexeme, so that it is found exactly or by its beginning in the same index as its words.
CREATE FUNCTION search_name(words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '=' || left(array_to_string(words, ' '), 300);

-- The best known are found first without reading the others: steps of the weight.
CREATE FUNCTION search_steps(weight integer) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN weight >= 32 THEN ARRAY['^4', '^32'] WHEN weight >= 4 THEN ARRAY['^4'] ELSE '{}' END;

-- Signs before a lexeme: `!` kind of record, `=` whole name, `~` word of what stands around the name (city, parties,
-- programme), `@` code (c country, k kind of actor, p place of the gazetteer, t type of relation), `^` step. A word has none.
CREATE FUNCTION refresh_search_actors(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(ids) = 0 OR ids IS NULL THEN RETURN; END IF;
  DELETE FROM "search_entry" e WHERE e.record_kind = 'actor' AND e.record_id = ANY(ids)
    AND NOT EXISTS (SELECT FROM public_actor a WHERE a.id = e.record_id);
  INSERT INTO "search_entry" AS e (record_kind, record_id, weight, words)
  SELECT 'actor', a.id, a.relation_count, array_to_tsvector(found.lexemes)
  FROM "actor" a CROSS JOIN LATERAL (
    SELECT array_agg(lexeme) AS lexemes FROM (
      SELECT unnest(ARRAY['!actor', '@c' || a.country, '@k' || a.kind] || search_steps(a.relation_count)) AS lexeme
      UNION ALL SELECT '@p' || a.place_id WHERE a.place_id IS NOT NULL
      -- The folding of core cannot be had here: until an actor is saved again, its city is folded as far as Latin goes.
      UNION ALL SELECT '~' || w FROM unnest(coalesce(search_words(a.folded_city), search_words_of(a.city))) w
      UNION ALL SELECT unnest(said.words || search_name(said.words) || search_name(search_words(n.compared))
          || CASE WHEN n.kind = 'acronym' THEN ARRAY[array_to_string(said.words, ''), '=' || array_to_string(said.words, '')] END)
        FROM "actor_name" n CROSS JOIN LATERAL (SELECT search_words(n.folded) AS words) said
        WHERE n.actor_id = a.id AND cardinality(said.words) > 0
    ) AS every
  ) AS found
  WHERE a.id = ANY(ids) AND a.status = 'published' AND a.visibility = 'public'
  ON CONFLICT (record_kind, record_id) DO UPDATE SET weight = excluded.weight, words = excluded.words
    WHERE (e.weight, e.words) IS DISTINCT FROM (excluded.weight, excluded.words);
END $$;

-- A relation is known by its title and project, and, when it ties few, by who is in it.
CREATE FUNCTION refresh_search_relations(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(ids) = 0 OR ids IS NULL THEN RETURN; END IF;
  DELETE FROM "search_entry" e WHERE e.record_kind = 'relation' AND e.record_id = ANY(ids)
    AND NOT EXISTS (SELECT FROM public_relation r WHERE r.id = e.record_id);
  INSERT INTO "search_entry" AS e (record_kind, record_id, weight, words)
  SELECT 'relation', r.id, ends.parties, array_to_tsvector(found.lexemes)
  FROM public_relation r
  CROSS JOIN LATERAL (SELECT count(*)::integer AS parties FROM "relation_party" rp WHERE rp.relation_id = r.id) AS ends
  CROSS JOIN LATERAL (
    SELECT array_agg(lexeme) AS lexemes FROM (
      SELECT unnest(ARRAY['!relation', '@t' || r.type] || search_steps(ends.parties)) AS lexeme
      UNION ALL SELECT '@c' || c FROM unnest(r.countries) c
      UNION ALL SELECT unnest(said.words || search_name(said.words))
        FROM (VALUES (search_words(r.folded_title)), (search_words_of(r.project_acronym)), (search_words(r.project_number)),
          (ARRAY[array_to_string(search_words_of(r.project_acronym), '')])) AS said(words)
        WHERE said.words[1] <> ''
      UNION ALL SELECT '~' || w FROM unnest(search_words_of(r.programme)) w
      UNION ALL SELECT unnest(CASE WHEN rp.place_id IS NULL THEN '{}' ELSE ARRAY['@p' || rp.place_id] END
          || ARRAY(SELECT '~' || w FROM unnest(search_words_of(rp.place_name)) w)
          || ARRAY(SELECT '~' || w FROM "actor_name" n, unnest(search_words(n.folded)) w
              WHERE n.actor_id = rp.actor_id AND n.kind IN ('label', 'acronym')))
        FROM "relation_party" rp WHERE rp.relation_id = r.id AND ends.parties <= 6
    ) AS every
  ) AS found
  WHERE r.id = ANY(ids)
  ON CONFLICT (record_kind, record_id) DO UPDATE SET weight = excluded.weight, words = excluded.words
    WHERE (e.weight, e.words) IS DISTINCT FROM (excluded.weight, excluded.words);
END $$;

-- ---------------------------------------------------------------- the dictionary: words of four letters and more

-- A word and what is left of it without one letter: two words one edit apart (a letter more, less, other, or two
-- swapped) have one of these in common.
CREATE FUNCTION one_letter_less(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
  RETURN (SELECT array_agg(left(word, i - 1) || substr(word, i + 1)) || word FROM generate_series(1, length(word)) i);

CREATE FUNCTION dictionary_words(words tsvector) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT ltrim(lexeme, '~') FROM unnest(tsvector_to_array(words)) AS lexeme
  WHERE lexeme ~ '^~?[a-z0-9]{4,40}$' AND lexeme ~ '[a-z]'
$$;

-- Nobody waits: a word that another transaction just now takes out is written once more (the table may hold it twice).
CREATE FUNCTION learn_search_words(said text[]) RETURNS void LANGUAGE sql AS $$
  WITH held AS (SELECT word FROM "search_word" WHERE word = ANY(said) FOR KEY SHARE SKIP LOCKED)
  INSERT INTO "search_word" (word) SELECT w FROM unnest(said) w WHERE NOT EXISTS (SELECT FROM held WHERE held.word = w)
$$;

-- Words that no entry says any more go. What another transaction says just now is locked by it, and stays.
CREATE FUNCTION forget_search_words(said text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE gone text[];
BEGIN
  gone := ARRAY(SELECT w FROM unnest(said) w WHERE NOT EXISTS (
    SELECT FROM "search_entry" WHERE words @@ format('''%s'' | ''~%s''', w, w)::tsquery));
  IF cardinality(gone) = 0 THEN RETURN; END IF;
  gone := ARRAY(SELECT word FROM "search_word" WHERE word = ANY(gone) FOR UPDATE SKIP LOCKED);
  -- A new statement, which sees what was committed before the lock.
  DELETE FROM "search_word" s WHERE s.word = ANY(gone) AND NOT EXISTS (
    SELECT FROM "search_entry" WHERE words @@ format('''%s'' | ''~%s''', s.word, s.word)::tsquery);
END $$;

-- ---------------------------------------------------------------- what there is already

SELECT refresh_search_actors(ARRAY(SELECT id FROM public_actor));
SELECT refresh_search_relations(ARRAY(SELECT id FROM public_relation));
INSERT INTO "search_word" (word) SELECT DISTINCT w FROM "search_entry" e, dictionary_words(e.words) w;

-- CreateIndex
CREATE INDEX "search_entry_words" ON "search_entry" USING GIN ("words");

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word"("word");

-- CreateIndex
CREATE INDEX "search_word_trigram" ON "search_word" USING GIN ("word" gin_trgm_ops);

CREATE INDEX search_word_near ON "search_word" USING gin (one_letter_less(word));
-- Long waiting lists would be read at every question.
ALTER INDEX "search_entry_words" SET (gin_pending_list_limit = 512);
ANALYZE "search_entry";
ANALYZE "search_word";

-- ---------------------------------------------------------------- kept by triggers

CREATE FUNCTION search_entry_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    PERFORM learn_search_words(ARRAY(SELECT DISTINCT w FROM after_change, dictionary_words(words) w));
  END IF;
  IF TG_OP = 'UPDATE' THEN
    PERFORM forget_search_words(ARRAY(SELECT w FROM before_change, dictionary_words(words) w
      EXCEPT SELECT w FROM after_change, dictionary_words(words) w));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM forget_search_words(ARRAY(SELECT DISTINCT w FROM before_change, dictionary_words(words) w));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_entry_inserted AFTER INSERT ON "search_entry" REFERENCING NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION search_entry_changed();
CREATE TRIGGER search_entry_updated AFTER UPDATE ON "search_entry" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION search_entry_changed();
CREATE TRIGGER search_entry_deleted AFTER DELETE ON "search_entry" REFERENCING OLD TABLE AS before_change
  FOR EACH STATEMENT EXECUTE FUNCTION search_entry_changed();

-- Names come after their actor, and go with it: they are what makes an entry.
CREATE FUNCTION search_names_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[] := ARRAY(SELECT DISTINCT actor_id FROM changed);
BEGIN
  PERFORM refresh_search_actors(ids);
  PERFORM refresh_search_relations(ARRAY(SELECT DISTINCT rp.relation_id FROM "relation_party" rp
    WHERE rp.actor_id = ANY(ids) AND (SELECT count(*) FROM "relation_party" o WHERE o.relation_id = rp.relation_id) <= 6));
  RETURN NULL;
END $$;
CREATE TRIGGER search_names_inserted AFTER INSERT ON "actor_name" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_names_changed();
CREATE TRIGGER search_names_updated AFTER UPDATE ON "actor_name" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_names_changed();
CREATE TRIGGER search_names_deleted AFTER DELETE ON "actor_name" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_names_changed();

CREATE FUNCTION search_actors_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[] := ARRAY(
    SELECT n.id FROM after_change n JOIN before_change o USING (id)
    WHERE (n.status, n.visibility, n.kind, n.country, n.place_id, n.city, n.folded_city, n.relation_count)
      IS DISTINCT FROM (o.status, o.visibility, o.kind, o.country, o.place_id, o.city, o.folded_city, o.relation_count));
  shown uuid[] := ARRAY(
    SELECT n.id FROM after_change n JOIN before_change o USING (id)
    WHERE (n.status = 'published' AND n.visibility = 'public') <> (o.status = 'published' AND o.visibility = 'public'));
BEGIN
  PERFORM refresh_search_actors(ids);
  PERFORM refresh_search_relations(ARRAY(
    SELECT rp.relation_id FROM "relation_party" rp WHERE rp.actor_id = ANY(shown)
    UNION SELECT r.id FROM "relation" r WHERE r.holder_id = ANY(shown)));
  RETURN NULL;
END $$;
CREATE TRIGGER search_actors_updated AFTER UPDATE ON "actor" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION search_actors_changed();

CREATE FUNCTION search_relations_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A new relation has no countries until its parties are there, and they come with a trigger of their own.
  PERFORM refresh_search_relations(ARRAY(
    SELECT n.id FROM after_change n JOIN before_change o USING (id)
    WHERE (n.status, n.visibility, n.type, n.holder_id, n.folded_title, n.project_acronym, n.project_number, n.programme)
      IS DISTINCT FROM (o.status, o.visibility, o.type, o.holder_id, o.folded_title, o.project_acronym, o.project_number, o.programme)
      OR (n.countries <> o.countries AND o.countries <> '{}')));
  RETURN NULL;
END $$;
CREATE TRIGGER search_relations_updated AFTER UPDATE ON "relation" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION search_relations_changed();

CREATE FUNCTION search_parties_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_search_relations(ARRAY(SELECT DISTINCT relation_id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER search_parties_inserted AFTER INSERT ON "relation_party" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_parties_changed();
CREATE TRIGGER search_parties_updated AFTER UPDATE ON "relation_party" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_parties_changed();
CREATE TRIGGER search_parties_deleted AFTER DELETE ON "relation_party" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION search_parties_changed();

CREATE FUNCTION search_record_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "search_entry" e USING gone g WHERE e.record_kind = TG_ARGV[0]::record_kind AND e.record_id = g.id;
  RETURN NULL;
END $$;
CREATE TRIGGER search_actors_deleted AFTER DELETE ON "actor" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION search_record_deleted('actor');
CREATE TRIGGER search_relations_deleted AFTER DELETE ON "relation" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION search_record_deleted('relation');

-- ---------------------------------------------------------------- erasure

-- As before, but a folded column among the others no longer gives its collation to all of them: by "C" the capitals of a
-- name with accents are no capitals, and the name was not found.
DO $$ BEGIN
  EXECUTE replace(pg_get_functiondef('erasable_columns'::regproc), '''t.%I::text''', '''t.%I::text COLLATE "default"''');
END $$;
