-- One index of words for each kind of record (docs/decisions/042): with all of them in one, a question about actors walked
-- through what two million relations say around their names, and through the list of all actors.

CREATE INDEX search_entry_actor_words ON "search_entry" USING gin (words) WITH (gin_pending_list_limit = 512) WHERE record_kind = 'actor';
CREATE INDEX search_entry_relation_words ON "search_entry" USING gin (words) WITH (gin_pending_list_limit = 512) WHERE record_kind = 'relation';
CREATE INDEX search_entry_practice_words ON "search_entry" USING gin (words) WITH (gin_pending_list_limit = 512) WHERE record_kind = 'practice';

-- Entries of one kind, always by its index: for a question of many spellings the planner expects so many rows that it
-- would rather look for the first thousand from one end of the table. Written out, as only a constant chooses an index.
CREATE FUNCTION search_entries(kind record_kind, query tsquery, most integer)
  RETURNS TABLE (record_id uuid, weight integer, words tsvector) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT e.record_id, e.weight, e.words FROM "search_entry" e
    WHERE e.record_kind = %L AND e.words @@ $1 LIMIT $2', kind) USING query, most;
END $$;

-- Does any public record still say this word?
CREATE FUNCTION is_said(word text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM unnest(ARRAY['actor', 'relation', 'practice']::record_kind[]) AS kind,
    LATERAL search_entries(kind, format('''%s'' | ''~%s''', word, word)::tsquery, 1))
$$;

CREATE OR REPLACE FUNCTION forget_search_words(said text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE gone text[];
BEGIN
  gone := ARRAY(SELECT w FROM unnest(said) w WHERE NOT is_said(w));
  IF cardinality(gone) = 0 THEN RETURN; END IF;
  gone := ARRAY(SELECT word FROM "search_word" WHERE word = ANY(gone) FOR UPDATE SKIP LOCKED);
  -- A new statement, which sees what was committed before the lock.
  DELETE FROM "search_word" s WHERE s.word = ANY(gone) AND NOT is_said(s.word);
END $$;

DROP FUNCTION search_entries(tsquery, integer);
DROP INDEX "search_entry_words";
