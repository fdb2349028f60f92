-- What a practice says of itself, so that a part of a word is found by an index instead of in every practice.
CREATE FUNCTION practice_says(folded_title text, folded_titles text[], keywords text[], from_project text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN folded_title || E'\n' || array_to_string(folded_titles, E'\n') || E'\n' || lower(array_to_string(keywords || from_project, E'\n'));

CREATE INDEX practice_says_trigram ON "practice" USING GIN (practice_says(folded_title, folded_titles, keywords, from_project) gin_trgm_ops);
