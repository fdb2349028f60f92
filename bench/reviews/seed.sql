-- 10,000 practices and 100,000 reviews in 1,000 rounds, in one go: 20 territories with 10 groups each, 12 members a
-- group; each round judges 10 practices by 10 members. Nine rounds in ten are over, eight results in ten published.
CREATE TEMP TABLE ids AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, 200000) AS n;
CREATE UNIQUE INDEX ON ids (n);
CREATE FUNCTION pg_temp.at(n bigint) RETURNS uuid LANGUAGE sql STABLE AS 'SELECT id FROM ids WHERE ids.n = $1';
CREATE FUNCTION pg_temp.said(words text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
  $$ SELECT jsonb_build_object('original', 'en', 'texts', jsonb_build_object('en', jsonb_build_object('value', words, 'machine', false))) $$;

INSERT INTO territory (id, slug, name, folded_name, level, country, time_zone, languages)
SELECT i.id, 'land-' || n, pg_temp.said('Land ' || n), 'land ' || n, 'region', 'IT', 'Europe/Rome', '{en}' FROM ids i WHERE n <= 20;

INSERT INTO actor (id, slug, kind, territory_id, status, visibility, original_language, folded_label, country, published_at, sectors, isced_fields, tags, languages_spoken, target_countries)
SELECT i.id, 'body-' || n, (ARRAY['public_authority','enterprise','university'])[1 + n % 3]::actor_kind, pg_temp.at(n - 1000), 'published', 'public', 'en', 'body ' || n, 'IT', now(), '{}', '{}', '{}', '{}', '{}' FROM ids i WHERE n BETWEEN 1001 AND 1020;
INSERT INTO actor_name (actor_id, kind, language, value, folded, is_original)
SELECT i.id, 'label', 'en', 'Body ' || n, 'body ' || n, true FROM ids i WHERE n BETWEEN 1001 AND 1020;

-- A third of all share a theme, half of them one of eight more; two words of 400 and a keyword of 100 in common with
-- some, the word "practice" with all.
CREATE FUNCTION pg_temp.word(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT left(translate(md5('word ' || n % 400), '0123456789', 'ghijklmnop'), 8) $$;
INSERT INTO practice (id, slug, territory_id, status, visibility, original_language, title, folded_title, folded_titles, themes, axes, sectors, country, in_charge_id, summary, detail, keywords, published_at, created_at)
SELECT i.id, 'practice-' || n, pg_temp.at(1 + n % 20), 'published', 'public', 'en', pg_temp.said(initcap(named.title)),
  named.title, ARRAY[named.title],
  (ARRAY['mechanics','agri_food','energy_environment'])[1 + n % 3 : 1 + n % 3] || CASE WHEN n % 2 = 0
    THEN (ARRAY['water','digital','start_ups','tourism_territorial_brand','education_skills','investment_attraction','human_rights_peace','internationalisation_services'])[1 + n / 2 % 8 : 1 + n / 2 % 8] ELSE '{}' END,
  '{}', CASE WHEN n % 5 = 0 THEN ARRAY['C' || 10 + n % 23] ELSE '{}' END, 'IT',
  pg_temp.at(1001 + n % 20), pg_temp.said('In a sentence ' || n), pg_temp.said(repeat('How it works. ', 60)), ARRAY['word' || n % 100], now(), now()
FROM ids i CROSS JOIN LATERAL (SELECT 'practice ' || pg_temp.word(n) || ' ' || pg_temp.word(n * n / 7) || ' ' || n AS title) AS named
WHERE n BETWEEN 10001 AND 20000;

INSERT INTO "group" (id, slug, territory_id, name) SELECT i.id, 'group-' || n, pg_temp.at(1 + n % 20), pg_temp.said('Group ' || n) FROM ids i WHERE n BETWEEN 2001 AND 2200;
INSERT INTO "user" (id, email, name)
SELECT i.id, 'member' || n || '@example.eu', 'Member ' || n FROM ids i WHERE n BETWEEN 3001 AND 5400;
INSERT INTO membership (id, user_id, role, group_id)
SELECT gen_random_uuid(), i.id, 'reviewer', pg_temp.at(2001 + (n - 3001) / 12) FROM ids i WHERE n BETWEEN 3001 AND 5400;
INSERT INTO group_member (group_id, user_id)
SELECT pg_temp.at(2001 + (n - 3001) / 12), i.id FROM ids i WHERE n BETWEEN 3001 AND 5400;

INSERT INTO review_round (id, group_id, title, weights, thresholds, quorum, opens_at, closes_at, closed_at)
SELECT i.id, pg_temp.at(2001 + n % 200), pg_temp.said('Round ' || n), '{"evidence":5,"transferability":5,"relevance":5,"clarity":5,"resources":5}',
  '{"excellent":21,"good":18,"sufficient":13}', 3, now() - interval '60 days',
  CASE WHEN n > 6900 THEN now() + interval '30 days' ELSE now() - interval '10 days' END,
  CASE WHEN n > 6900 THEN NULL ELSE now() - interval '10 days' END
FROM ids i WHERE n BETWEEN 6001 AND 7000;
INSERT INTO round_practice (round_id, practice_id, position, practice_version)
SELECT pg_temp.at(6001 + (n - 10001) / 10), i.id, n % 10, 1 FROM ids i WHERE n BETWEEN 10001 AND 20000;

INSERT INTO review (id, round_id, practice_id, reviewer_id, marks, comments, language, recommendation, saved_at, submitted_at)
SELECT gen_random_uuid(), r.id, p.id, m.id,
  jsonb_build_object('evidence', (p.n + k.k) % 5 + 1, 'transferability', (p.n + 2 * k.k) % 5 + 1, 'relevance', (p.n + 3 * k.k) % 5 + 1, 'clarity', (p.n * 7 + k.k) % 5 + 1, 'resources', (p.n + k.k * k.k) % 5 + 1),
  CASE WHEN k.k % 3 = 0 THEN jsonb_build_object('general', 'A remark on ' || p.n || ' by ' || k.k, 'clarity', 'It could be said in a sentence.') ELSE '{}' END,
  -- In a round that is open half of them are not sent yet.
  'en', 'publish', now(), CASE WHEN r.n > 6900 AND k.k % 2 = 0 THEN NULL ELSE now() END
FROM ids p CROSS JOIN generate_series(0, 9) AS k (k)
JOIN ids r ON r.n = 6001 + (p.n - 10001) / 10
JOIN ids m ON m.n = 3001 + 12 * (r.n % 200) + (k.k + p.n) % 12
WHERE p.n BETWEEN 10001 AND 20000;

INSERT INTO remark_answer (id, review_id, criterion, state)
SELECT gen_random_uuid(), m.review_id, m.criterion, 'accepted' FROM review_remark m JOIN ids p ON p.id = m.practice_id WHERE abs(hashtext(p.n::text)) % 10 < 8;
UPDATE round_practice o SET result_published_at = now(), result = jsonb_build_object('resultClass', 'good',
  'points', s.spread, 'criteria', jsonb_build_object('evidence', s.spread, 'transferability', s.spread, 'relevance', s.spread, 'clarity', s.spread, 'resources', s.spread))
FROM ids p, ids r, (SELECT '{"median":4,"lowest":1,"highest":5,"count":10}'::jsonb AS spread) AS s
WHERE p.id = o.practice_id AND r.id = o.round_id AND abs(hashtext(p.n::text)) % 10 < 8 AND r.n <= 6900;

-- Who reads: an editor and a coordinator of the second territory, whose groups are 2001, 2021 and so on.
INSERT INTO "user" (id, email, name, totp_confirmed_at) VALUES
  (pg_temp.at(8001), 'editor@example.eu', 'Editor', NULL), (pg_temp.at(8002), 'keeper@example.eu', 'Keeper', now());
INSERT INTO membership (id, user_id, role, territory_id) VALUES
  (gen_random_uuid(), pg_temp.at(8001), 'editor', pg_temp.at(2)), (gen_random_uuid(), pg_temp.at(8002), 'coordinator', pg_temp.at(2));
