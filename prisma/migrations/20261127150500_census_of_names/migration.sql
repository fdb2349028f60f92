-- Memory knows what actors are called, and their address (docs/decisions/041): a change of it is noted.
CREATE OR REPLACE FUNCTION census_actor_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actors uuid[];
  turned uuid[];
BEGIN
  SELECT array_agg(c.id), array_agg(c.id) FILTER (WHERE c.was_public <> c.is_public) INTO actors, turned FROM (
    SELECT n.id, o.status = 'published' AND o.visibility = 'public' AS was_public,
           n.status = 'published' AND n.visibility = 'public' AS is_public
    FROM before_change o JOIN after_change n USING (id)
    WHERE (o.status, o.visibility, o.mz, o.public_longitude, o.public_latitude, o.kind, o.country, o.home_territory_id, o.nuts_code, o.place_id, o.sectors, o.verified_at, o.fictitious, o.slug)
      IS DISTINCT FROM (n.status, n.visibility, n.mz, n.public_longitude, n.public_latitude, n.kind, n.country, n.home_territory_id, n.nuts_code, n.place_id, n.sectors, n.verified_at, n.fictitious, n.slug)
  ) AS c WHERE c.was_public OR c.is_public;
  PERFORM note_census(actors, ARRAY(
    SELECT rp.relation_id FROM relation_party rp WHERE rp.actor_id = ANY(turned)
    UNION SELECT r.id FROM relation r WHERE r.holder_id = ANY(turned)));
  RETURN NULL;
END $$;

CREATE FUNCTION census_name_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_census((
    SELECT array_agg(DISTINCT a.id) FROM changed c JOIN actor a ON a.id = c.actor_id
    WHERE c.kind = 'label' AND a.status = 'published' AND a.visibility = 'public'), '{}');
  RETURN NULL;
END $$;

CREATE TRIGGER census_name_inserted AFTER INSERT ON "actor_name" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_name_changed();
CREATE TRIGGER census_name_deleted AFTER DELETE ON "actor_name" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_name_changed();
CREATE TRIGGER census_name_updated AFTER UPDATE ON "actor_name" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_name_changed();
CREATE TRIGGER census_name_left AFTER UPDATE ON "actor_name" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_name_changed();
CREATE TRIGGER census_name_emptied AFTER TRUNCATE ON "actor_name" FOR EACH STATEMENT EXECUTE FUNCTION census_all_changed();
