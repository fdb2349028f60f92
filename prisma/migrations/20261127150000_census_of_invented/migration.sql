-- Memory tells what is invented for demonstration (docs/decisions/041): a change of it is noted.
CREATE OR REPLACE FUNCTION census_actor_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actors uuid[];
  turned uuid[];
BEGIN
  SELECT array_agg(c.id), array_agg(c.id) FILTER (WHERE c.was_public <> c.is_public) INTO actors, turned FROM (
    SELECT n.id, o.status = 'published' AND o.visibility = 'public' AS was_public,
           n.status = 'published' AND n.visibility = 'public' AS is_public
    FROM before_change o JOIN after_change n USING (id)
    WHERE (o.status, o.visibility, o.mz, o.public_longitude, o.public_latitude, o.kind, o.country, o.home_territory_id, o.nuts_code, o.place_id, o.sectors, o.verified_at, o.fictitious)
      IS DISTINCT FROM (n.status, n.visibility, n.mz, n.public_longitude, n.public_latitude, n.kind, n.country, n.home_territory_id, n.nuts_code, n.place_id, n.sectors, n.verified_at, n.fictitious)
  ) AS c WHERE c.was_public OR c.is_public;
  PERFORM note_census(actors, ARRAY(
    SELECT rp.relation_id FROM relation_party rp WHERE rp.actor_id = ANY(turned)
    UNION SELECT r.id FROM relation r WHERE r.holder_id = ANY(turned)));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION census_relation_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_census('{}', (
    SELECT array_agg(n.id) FROM before_change o JOIN after_change n USING (id)
    WHERE (o.status = 'published' AND o.visibility = 'public' OR n.status = 'published' AND n.visibility = 'public')
      AND (o.status, o.visibility, o.type, o.direction, o.state, o.started, o.ended, o.renewed, o.programme, o.themes, o.sectors, o.holder_id, o.verified_at, o.countries, o.is_international, o.usable_by_firms, o.fictitious)
        IS DISTINCT FROM (n.status, n.visibility, n.type, n.direction, n.state, n.started, n.ended, n.renewed, n.programme, n.themes, n.sectors, n.holder_id, n.verified_at, n.countries, n.is_international, n.usable_by_firms, n.fictitious)));
  RETURN NULL;
END $$;
