-- Memory counts what firms may use, too (docs/decisions/038): a change of it is noted.
CREATE OR REPLACE FUNCTION census_relation_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_census('{}', (
    SELECT array_agg(n.id) FROM before_change o JOIN after_change n USING (id)
    WHERE (o.status = 'published' AND o.visibility = 'public' OR n.status = 'published' AND n.visibility = 'public')
      AND (o.status, o.visibility, o.type, o.direction, o.state, o.started, o.ended, o.renewed, o.programme, o.themes, o.sectors, o.holder_id, o.verified_at, o.countries, o.is_international, o.usable_by_firms)
        IS DISTINCT FROM (n.status, n.visibility, n.type, n.direction, n.state, n.started, n.ended, n.renewed, n.programme, n.themes, n.sectors, n.holder_id, n.verified_at, n.countries, n.is_international, n.usable_by_firms)));
  RETURN NULL;
END $$;
