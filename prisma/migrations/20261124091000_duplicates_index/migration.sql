-- Likely duplicates read country and point of every record that is alive, and nothing else: from this index alone.
DROP INDEX actor_alive_point;
CREATE INDEX actor_alive ON "actor" (country, id) INCLUDE (public_longitude, public_latitude) WHERE status <> 'archived';
