-- Entries of searching, always by their index: for a question of many spellings the planner expects so many rows that it
-- would rather look for the first thousand from one end of the table, and reads all of it where there are but a few.
CREATE FUNCTION search_entries(query tsquery, most integer)
  RETURNS TABLE (record_id uuid, weight integer, words tsvector) LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT e.record_id, e.weight, e.words FROM "search_entry" e WHERE e.words @@ query LIMIT most;
END $$;
