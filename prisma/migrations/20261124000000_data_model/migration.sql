-- The whole data model. Tables come from schema.prisma; what Prisma cannot say stands before and after them.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS citext;

-- 30-bit Web Mercator (EPSG:3857 scaled to 2^30), y southwards, as map tiles count.
CREATE FUNCTION mercator_x(longitude double precision) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN least(1073741823, greatest(0, floor((longitude + 180) / 360 * 1073741824)))::integer;

CREATE FUNCTION mercator_y(latitude double precision) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN least(1073741823, greatest(0, floor(
    (0.5 - ln(tan(pi() / 4 + radians(least(85.05112877980659, greatest(-85.05112877980659, latitude))) / 2)) / (2 * pi())) * 1073741824
  )))::integer;

-- Morton code: the bits of x and y interleaved (y first), so that every map tile is one contiguous range.
CREATE FUNCTION morton(x integer, y integer) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  a bigint := x;
  b bigint := y;
BEGIN
  a := (a | (a << 16)) & 281470681808895;       b := (b | (b << 16)) & 281470681808895;
  a := (a | (a << 8))  & 71777214294589695;     b := (b | (b << 8))  & 71777214294589695;
  a := (a | (a << 4))  & 1085102592571150095;   b := (b | (b << 4))  & 1085102592571150095;
  a := (a | (a << 2))  & 3689348814741910323;   b := (b | (b << 2))  & 3689348814741910323;
  a := (a | (a << 1))  & 6148914691236517205;   b := (b | (b << 1))  & 6148914691236517205;
  RETURN a | (b << 1);
END $$;

-- EDTF level 0 dates: YYYY, YYYY-MM or YYYY-MM-DD. Anything else is refused by the check below the tables.
CREATE FUNCTION edtf_earliest(value text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN make_date(
    substr(value, 1, 4)::integer,
    coalesce(nullif(substr(value, 6, 2), ''), '1')::integer,
    coalesce(nullif(substr(value, 9, 2), ''), '1')::integer
  );

CREATE FUNCTION edtf_latest(value text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE length(value)
    WHEN 4 THEN make_date(value::integer, 12, 31)
    WHEN 7 THEN (make_date(substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, 1) + interval '1 month' - interval '1 day')::date
    ELSE make_date(substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer)
  END;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "record_status" AS ENUM ('draft', 'submitted', 'published', 'archived');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('public', 'partners', 'territory');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('enterprise', 'public_authority', 'university', 'research_centre', 'association', 'cultural_actor', 'other');

-- CreateEnum
CREATE TYPE "actor_name_kind" AS ENUM ('label', 'official', 'acronym', 'alias');

-- CreateEnum
CREATE TYPE "point_precision" AS ENUM ('exact', 'street', 'city', 'region', 'country');

-- CreateEnum
CREATE TYPE "legal_status" AS ENUM ('active', 'inactive', 'merged');

-- CreateEnum
CREATE TYPE "size_class" AS ENUM ('micro', 'small', 'medium', 'large');

-- CreateEnum
CREATE TYPE "identifier_scheme" AS ENUM ('vat', 'register', 'lei', 'pic', 'oid', 'ror', 'isni', 'wikidata', 'domain');

-- CreateEnum
CREATE TYPE "relation_type" AS ENUM ('twinning', 'friendship_pact', 'memorandum', 'decentralised_cooperation', 'network_membership', 'consular', 'governance', 'eu_project', 'research_cooperation', 'student_mobility', 'staff_mobility', 'joint_degree', 'export', 'import', 'inward_investment', 'outward_investment', 'branch_abroad', 'trade_mission', 'cluster_cooperation', 'membership', 'supply', 'cultural_exchange', 'festival_exhibition', 'diaspora', 'other');

-- CreateEnum
CREATE TYPE "party_role" AS ENUM ('lead', 'partner', 'signatory', 'host', 'sender', 'receiver', 'member', 'funder');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('none', 'out', 'in');

-- CreateEnum
CREATE TYPE "relation_state" AS ENUM ('planned', 'active', 'dormant', 'suspended', 'ended');

-- CreateEnum
CREATE TYPE "usable_by_firms" AS ENUM ('yes', 'on_request', 'no');

-- CreateEnum
CREATE TYPE "territory_level" AS ENUM ('city', 'province', 'region');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('reviewer', 'editor', 'coordinator', 'admin');

-- CreateEnum
CREATE TYPE "record_kind" AS ENUM ('actor', 'relation', 'practice', 'plan', 'activity', 'territory');

-- CreateEnum
CREATE TYPE "revision_state" AS ENUM ('accepted', 'pending', 'declined');

-- CreateEnum
CREATE TYPE "geographical_scope" AS ENUM ('national', 'regional', 'local');

-- CreateEnum
CREATE TYPE "transfer_state" AS ENUM ('interested', 'workshop', 'adopted', 'not_adopted');

-- CreateEnum
CREATE TYPE "recommendation" AS ENUM ('publish', 'revise', 'decline');

-- CreateEnum
CREATE TYPE "action_status" AS ENUM ('to_come', 'under_way', 'done', 'paused', 'abandoned', 'blocked', 'late');

-- CreateEnum
CREATE TYPE "activity_type" AS ENUM ('kick_off', 'seminar', 'study_visit', 'transfer_workshop', 'stakeholder_meeting', 'mission', 'conference');

-- CreateEnum
CREATE TYPE "introduction_state" AS ENUM ('unconfirmed', 'sent', 'answered', 'declined', 'silent');

-- CreateEnum
CREATE TYPE "batch_state" AS ENUM ('dry_run', 'committed', 'undone', 'failed');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'failed');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "organisation_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "system" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "membership_role" NOT NULL,
    "territory_id" UUID,
    "group_id" UUID,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "session_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "device" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "limit_counter" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resets_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "reference_data" (
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_data_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "place" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "admin1" TEXT,
    "admin2" TEXT,
    "longitude" DOUBLE PRECISION NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "population" INTEGER NOT NULL DEFAULT 0,
    "feature_code" TEXT NOT NULL,
    "time_zone" TEXT,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_name" (
    "place_id" INTEGER NOT NULL,
    "folded" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "place_name_pkey" PRIMARY KEY ("place_id","folded")
);

-- CreateTable
CREATE TABLE "nuts_region" (
    "code" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "boundary" JSONB NOT NULL,

    CONSTRAINT "nuts_region_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "territory" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "folded_name" TEXT COLLATE "C" NOT NULL,
    "level" "territory_level" NOT NULL,
    "nuts_code" TEXT,
    "nuts_version" TEXT,
    "country" CHAR(2) NOT NULL,
    "parent_id" UUID,
    "boundary" JSONB,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "time_zone" TEXT NOT NULL,
    "languages" TEXT[],
    "description" JSONB,
    "partner_organisation_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source_name" TEXT,
    "source_url" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "territory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_instrument" (
    "id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "body" TEXT,
    "started" TEXT,
    "ended" TEXT,

    CONSTRAINT "policy_instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "territory_id" UUID,
    "status" "record_status" NOT NULL DEFAULT 'draft',
    "visibility" "visibility" NOT NULL DEFAULT 'public',
    "version" INTEGER NOT NULL DEFAULT 1,
    "original_language" TEXT NOT NULL,
    "source_name" TEXT,
    "source_record_id" TEXT,
    "source_url" TEXT,
    "source_licence" TEXT,
    "source_retrieved_on" DATE,
    "field_writers" JSONB NOT NULL DEFAULT '{}',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "actor_kind" NOT NULL,
    "fictitious" BOOLEAN NOT NULL DEFAULT false,
    "folded_label" TEXT COLLATE "C" NOT NULL,
    "description" JSONB,
    "home_territory_id" UUID,
    "home_set_by_hand" BOOLEAN NOT NULL DEFAULT false,
    "address" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "place_id" INTEGER,
    "country" CHAR(2) NOT NULL,
    "nuts_code" TEXT,
    "nuts_version" TEXT,
    "lau" TEXT,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "precision" "point_precision",
    "geocoded_from" TEXT,
    "coarsened" BOOLEAN NOT NULL DEFAULT false,
    "sectors" TEXT[],
    "nace_version" TEXT,
    "isced_fields" TEXT[],
    "tags" TEXT[],
    "size" "size_class",
    "employees_band" TEXT,
    "founded" TEXT,
    "languages_spoken" TEXT[],
    "target_countries" TEXT[],
    "offers" JSONB,
    "seeks" JSONB,
    "legal_status" "legal_status" NOT NULL DEFAULT 'active',
    "successor_id" UUID,
    "parent_id" UUID,
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "internal_notes" TEXT,
    "relation_count" INTEGER NOT NULL DEFAULT 0,
    "public_longitude" DOUBLE PRECISION GENERATED ALWAYS AS (CASE WHEN coarsened THEN round(longitude::numeric, 2)::double precision ELSE longitude END) STORED,
    "public_latitude" DOUBLE PRECISION GENERATED ALWAYS AS (CASE WHEN coarsened THEN round(latitude::numeric, 2)::double precision ELSE latitude END) STORED,
    "mx" INTEGER GENERATED ALWAYS AS (mercator_x(CASE WHEN coarsened THEN round(longitude::numeric, 2)::double precision ELSE longitude END)) STORED,
    "my" INTEGER GENERATED ALWAYS AS (mercator_y(CASE WHEN coarsened THEN round(latitude::numeric, 2)::double precision ELSE latitude END)) STORED,
    "mz" BIGINT GENERATED ALWAYS AS (morton(mercator_x(CASE WHEN coarsened THEN round(longitude::numeric, 2)::double precision ELSE longitude END), mercator_y(CASE WHEN coarsened THEN round(latitude::numeric, 2)::double precision ELSE latitude END))) STORED,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_name" (
    "actor_id" UUID NOT NULL,
    "kind" "actor_name_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "folded" TEXT COLLATE "C" NOT NULL,
    "is_original" BOOLEAN NOT NULL DEFAULT false,
    "machine" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "actor_name_pkey" PRIMARY KEY ("actor_id","kind","language","folded")
);

-- CreateTable
CREATE TABLE "actor_identifier" (
    "actor_id" UUID NOT NULL,
    "scheme" "identifier_scheme" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "actor_identifier_pkey" PRIMARY KEY ("actor_id","scheme","value")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" JSONB,
    "email" TEXT,
    "phone" TEXT,
    "legal_basis" TEXT NOT NULL,
    "publication_basis" TEXT,
    "notice_sent_on" DATE,
    "objected_at" TIMESTAMPTZ(3),
    "retain_until" DATE NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "territory_id" UUID,
    "status" "record_status" NOT NULL DEFAULT 'draft',
    "visibility" "visibility" NOT NULL DEFAULT 'public',
    "version" INTEGER NOT NULL DEFAULT 1,
    "original_language" TEXT NOT NULL,
    "source_name" TEXT,
    "source_record_id" TEXT,
    "source_url" TEXT,
    "source_licence" TEXT,
    "source_retrieved_on" DATE,
    "field_writers" JSONB NOT NULL DEFAULT '{}',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" "relation_type" NOT NULL,
    "direction" "direction" NOT NULL,
    "state" "relation_state" NOT NULL,
    "title" JSONB,
    "folded_title" TEXT COLLATE "C" NOT NULL,
    "description" JSONB,
    "started" TEXT,
    "ended" TEXT,
    "renewed" TEXT,
    "legal_basis" TEXT,
    "programme" TEXT,
    "call" TEXT,
    "project_acronym" TEXT,
    "project_number" TEXT,
    "events_per_year" INTEGER,
    "people" INTEGER,
    "amount" DECIMAL(15,2),
    "amount_currency" CHAR(3),
    "amount_year" INTEGER,
    "themes" TEXT[],
    "sectors" TEXT[],
    "sdgs" INTEGER[],
    "holder_id" UUID,
    "usable_by_firms" "usable_by_firms",
    "offer" TEXT[],
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "contested" JSONB,
    "fictitious" BOOLEAN NOT NULL DEFAULT false,
    "internal_notes" TEXT,
    "started_earliest" DATE GENERATED ALWAYS AS (edtf_earliest(started)) STORED,
    "started_latest" DATE GENERATED ALWAYS AS (edtf_latest(started)) STORED,
    "ended_earliest" DATE GENERATED ALWAYS AS (edtf_earliest(ended)) STORED,
    "ended_latest" DATE GENERATED ALWAYS AS (edtf_latest(ended)) STORED,
    "countries" TEXT[],
    "is_international" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation_party" (
    "relation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "actor_id" UUID,
    "place_id" INTEGER,
    "country" CHAR(2),
    "place_name" TEXT,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "home_territory_id" UUID,
    "role" "party_role" NOT NULL,

    CONSTRAINT "relation_party_pkey" PRIMARY KEY ("relation_id","position")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "territory_id" UUID,
    "state" "revision_state" NOT NULL DEFAULT 'accepted',
    "base_version" INTEGER,
    "version" INTEGER,
    "before" JSONB,
    "after" JSONB,
    "changed" TEXT[],
    "reason" TEXT,
    "batch_id" UUID,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "action" TEXT NOT NULL,
    "record_kind" "record_kind",
    "record_id" UUID,
    "territory_id" UUID,
    "fields" TEXT[],
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_draft" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "form" "record_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "base_version" INTEGER,
    "payload" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slug_alias" (
    "slug" TEXT NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "slug_alias_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "data_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "data_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "reader" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "state" "batch_state" NOT NULL,
    "counts" JSONB NOT NULL,
    "territory_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "record_kind" "record_kind",
    "record_id" UUID,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "send_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "territory_id" UUID,
    "status" "record_status" NOT NULL DEFAULT 'draft',
    "visibility" "visibility" NOT NULL DEFAULT 'public',
    "version" INTEGER NOT NULL DEFAULT 1,
    "original_language" TEXT NOT NULL,
    "source_name" TEXT,
    "source_record_id" TEXT,
    "source_url" TEXT,
    "source_licence" TEXT,
    "source_retrieved_on" DATE,
    "field_writers" JSONB NOT NULL DEFAULT '{}',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title" JSONB NOT NULL,
    "folded_title" TEXT COLLATE "C" NOT NULL,
    "themes" TEXT[],
    "axes" TEXT[],
    "scope" "geographical_scope",
    "place_id" INTEGER,
    "nuts_code" TEXT,
    "in_charge_id" UUID,
    "in_charge_is_author" BOOLEAN NOT NULL DEFAULT false,
    "from_project" TEXT,
    "summary" JSONB,
    "detail" JSONB,
    "resources" JSONB,
    "started" TEXT,
    "ended" TEXT,
    "ongoing" BOOLEAN NOT NULL DEFAULT false,
    "evidence_of_success" JSONB,
    "challenges" JSONB,
    "potential" JSONB,
    "further_information" JSONB,
    "keywords" TEXT[],
    "expert_opinion" JSONB,

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_actor" (
    "practice_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,

    CONSTRAINT "practice_actor_pkey" PRIMARY KEY ("practice_id","actor_id")
);

-- CreateTable
CREATE TABLE "practice_relation" (
    "practice_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,

    CONSTRAINT "practice_relation_pkey" PRIMARY KEY ("practice_id","relation_id")
);

-- CreateTable
CREATE TABLE "practice_transfer" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "state" "transfer_state" NOT NULL,
    "note" JSONB,
    "action_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "territory_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "stands_for_id" UUID,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("group_id","user_id")
);

-- CreateTable
CREATE TABLE "group_meeting" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "agenda" JSONB,
    "minutes" JSONB,
    "present" UUID[],

    CONSTRAINT "group_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_round" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "title" JSONB NOT NULL,
    "weights" JSONB NOT NULL,
    "quorum" INTEGER NOT NULL DEFAULT 3,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_practice" (
    "round_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "discussed_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_practice_pkey" PRIMARY KEY ("round_id","practice_id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "marks" JSONB NOT NULL,
    "comments" JSONB NOT NULL DEFAULT '{}',
    "recommendation" "recommendation",
    "conflict" BOOLEAN NOT NULL DEFAULT false,
    "conflict_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "annulled_at" TIMESTAMPTZ(3),
    "annul_reason" TEXT,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_decision" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "practice_id" UUID,
    "text" JSONB NOT NULL,
    "decided_on" DATE NOT NULL,
    "present" UUID[],

    CONSTRAINT "group_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "territory_id" UUID,
    "status" "record_status" NOT NULL DEFAULT 'draft',
    "visibility" "visibility" NOT NULL DEFAULT 'public',
    "version" INTEGER NOT NULL DEFAULT 1,
    "original_language" TEXT NOT NULL,
    "source_name" TEXT,
    "source_record_id" TEXT,
    "source_url" TEXT,
    "source_licence" TEXT,
    "source_retrieved_on" DATE,
    "field_writers" JSONB NOT NULL DEFAULT '{}',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title" JSONB NOT NULL,
    "folded_title" TEXT COLLATE "C" NOT NULL,
    "started" TEXT,
    "ended" TEXT,
    "general_information" JSONB,
    "policy_context" JSONB,
    "english_summary" TEXT,
    "signed_on" DATE,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_instrument" (
    "plan_id" UUID NOT NULL,
    "instrument_id" UUID NOT NULL,

    CONSTRAINT "plan_instrument_pkey" PRIMARY KEY ("plan_id","instrument_id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB,
    "background" JSONB,
    "activities" JSONB,
    "started" TEXT,
    "ended" TEXT,
    "costs" JSONB,
    "funding" JSONB NOT NULL DEFAULT '[]',
    "status" "action_status" NOT NULL DEFAULT 'to_come',
    "deviation_reason" TEXT,
    "evidence" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_lesson" (
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "practice_id" UUID,
    "relation_id" UUID,
    "lesson" JSONB,

    CONSTRAINT "action_lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_actor" (
    "action_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "role" JSONB,

    CONSTRAINT "action_actor_pkey" PRIMARY KEY ("action_id","actor_id")
);

-- CreateTable
CREATE TABLE "action_indicator" (
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "unit" TEXT,
    "baseline" DECIMAL(15,2),
    "target" DECIMAL(15,2),

    CONSTRAINT "action_indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_value" (
    "indicator_id" UUID NOT NULL,
    "measured_on" DATE NOT NULL,
    "value" DECIMAL(15,2) NOT NULL,

    CONSTRAINT "indicator_value_pkey" PRIMARY KEY ("indicator_id","measured_on")
);

-- CreateTable
CREATE TABLE "action_note" (
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "half_year" TEXT NOT NULL,
    "note" JSONB NOT NULL,
    "author_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_territory" (
    "action_id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,

    CONSTRAINT "action_territory_pkey" PRIMARY KEY ("action_id","territory_id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "territory_id" UUID,
    "status" "record_status" NOT NULL DEFAULT 'draft',
    "visibility" "visibility" NOT NULL DEFAULT 'public',
    "version" INTEGER NOT NULL DEFAULT 1,
    "original_language" TEXT NOT NULL,
    "source_name" TEXT,
    "source_record_id" TEXT,
    "source_url" TEXT,
    "source_licence" TEXT,
    "source_retrieved_on" DATE,
    "field_writers" JSONB NOT NULL DEFAULT '{}',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" "activity_type" NOT NULL,
    "title" JSONB NOT NULL,
    "folded_title" TEXT COLLATE "C" NOT NULL,
    "started" TEXT NOT NULL,
    "ended" TEXT,
    "place_id" INTEGER,
    "online" BOOLEAN NOT NULL DEFAULT false,
    "host_id" UUID,
    "agenda" JSONB,
    "outcomes" JSONB,
    "documents" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_participant" (
    "activity_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "role" JSONB,

    CONSTRAINT "activity_participant_pkey" PRIMARY KEY ("activity_id","actor_id")
);

-- CreateTable
CREATE TABLE "activity_practice" (
    "activity_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,

    CONSTRAINT "activity_practice_pkey" PRIMARY KEY ("activity_id","practice_id")
);

-- CreateTable
CREATE TABLE "activity_plan" (
    "activity_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,

    CONSTRAINT "activity_plan_pkey" PRIMARY KEY ("activity_id","plan_id")
);

-- CreateTable
CREATE TABLE "activity_relation" (
    "activity_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,

    CONSTRAINT "activity_relation_pkey" PRIMARY KEY ("activity_id","relation_id")
);

-- CreateTable
CREATE TABLE "introduction" (
    "id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "from_email" TEXT NOT NULL,
    "from_user_id" UUID,
    "target_country" CHAR(2) NOT NULL,
    "message" TEXT NOT NULL,
    "state" "introduction_state" NOT NULL DEFAULT 'unconfirmed',
    "outcome" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reminded_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "introduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introduction_step" (
    "introduction_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "actor_id" UUID,
    "relation_id" UUID,

    CONSTRAINT "introduction_step_pkey" PRIMARY KEY ("introduction_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_territory_id_idx" ON "membership"("territory_id");

-- CreateIndex
CREATE INDEX "membership_group_id_idx" ON "membership"("group_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "limit_counter_resets_at_idx" ON "limit_counter"("resets_at");

-- CreateIndex
CREATE INDEX "place_country_population_idx" ON "place"("country", "population" DESC);

-- CreateIndex
CREATE INDEX "place_name_folded_idx" ON "place_name"("folded");

-- CreateIndex
CREATE INDEX "place_name_folded_trigram" ON "place_name" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "territory_slug_key" ON "territory"("slug");

-- CreateIndex
CREATE INDEX "territory_parent_id_idx" ON "territory"("parent_id");

-- CreateIndex
CREATE INDEX "policy_instrument_territory_id_idx" ON "policy_instrument"("territory_id");

-- CreateIndex
CREATE UNIQUE INDEX "actor_slug_key" ON "actor"("slug");

-- CreateIndex
CREATE INDEX "actor_territory_id_status_idx" ON "actor"("territory_id", "status");

-- CreateIndex
CREATE INDEX "actor_home_territory_id_idx" ON "actor"("home_territory_id");

-- CreateIndex
CREATE INDEX "actor_country_idx" ON "actor"("country");

-- CreateIndex
CREATE INDEX "actor_folded_label_id_idx" ON "actor"("folded_label", "id");

-- CreateIndex
CREATE INDEX "actor_place_id_idx" ON "actor"("place_id");

-- CreateIndex
CREATE INDEX "actor_parent_id_idx" ON "actor"("parent_id");

-- CreateIndex
CREATE INDEX "actor_sectors_idx" ON "actor" USING GIN ("sectors");

-- CreateIndex
CREATE INDEX "actor_mz_idx" ON "actor"("mz");

-- CreateIndex
CREATE INDEX "actor_name_folded_trigram" ON "actor_name" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "actor_identifier_scheme_value_idx" ON "actor_identifier"("scheme", "value");

-- CreateIndex
CREATE INDEX "person_actor_id_idx" ON "person"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_slug_key" ON "relation"("slug");

-- CreateIndex
CREATE INDEX "relation_territory_id_status_idx" ON "relation"("territory_id", "status");

-- CreateIndex
CREATE INDEX "relation_holder_id_idx" ON "relation"("holder_id");

-- CreateIndex
CREATE INDEX "relation_type_idx" ON "relation"("type");

-- CreateIndex
CREATE INDEX "relation_folded_title_id_idx" ON "relation"("folded_title", "id");

-- CreateIndex
CREATE INDEX "relation_countries_idx" ON "relation" USING GIN ("countries");

-- CreateIndex
CREATE INDEX "relation_source_name_source_record_id_idx" ON "relation"("source_name", "source_record_id");

-- CreateIndex
CREATE INDEX "relation_folded_title_trigram" ON "relation" USING GIN ("folded_title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "relation_party_actor_id_idx" ON "relation_party"("actor_id");

-- CreateIndex
CREATE INDEX "relation_party_place_id_idx" ON "relation_party"("place_id");

-- CreateIndex
CREATE INDEX "relation_party_home_territory_id_idx" ON "relation_party"("home_territory_id");

-- CreateIndex
CREATE INDEX "revision_record_kind_record_id_created_at_idx" ON "revision"("record_kind", "record_id", "created_at");

-- CreateIndex
CREATE INDEX "revision_batch_id_idx" ON "revision"("batch_id");

-- CreateIndex
CREATE INDEX "audit_entry_record_id_idx" ON "audit_entry"("record_id");

-- CreateIndex
CREATE INDEX "audit_entry_user_id_at_idx" ON "audit_entry"("user_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_territory_id_at_idx" ON "audit_entry"("territory_id", "at");

-- CreateIndex
CREATE INDEX "form_draft_updated_at_idx" ON "form_draft"("updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "form_draft_user_id_form_record_id_key" ON "form_draft"("user_id", "form", "record_id");

-- CreateIndex
CREATE INDEX "slug_alias_record_id_idx" ON "slug_alias"("record_id");

-- CreateIndex
CREATE INDEX "import_batch_created_at_idx" ON "import_batch"("created_at");

-- CreateIndex
CREATE INDEX "import_row_record_id_idx" ON "import_row"("record_id");

-- CreateIndex
CREATE INDEX "outbox_mail_state_send_after_idx" ON "outbox_mail"("state", "send_after");

-- CreateIndex
CREATE UNIQUE INDEX "practice_slug_key" ON "practice"("slug");

-- CreateIndex
CREATE INDEX "practice_territory_id_status_idx" ON "practice"("territory_id", "status");

-- CreateIndex
CREATE INDEX "practice_in_charge_id_idx" ON "practice"("in_charge_id");

-- CreateIndex
CREATE INDEX "practice_actor_actor_id_idx" ON "practice_actor"("actor_id");

-- CreateIndex
CREATE INDEX "practice_relation_relation_id_idx" ON "practice_relation"("relation_id");

-- CreateIndex
CREATE INDEX "practice_transfer_territory_id_idx" ON "practice_transfer"("territory_id");

-- CreateIndex
CREATE INDEX "practice_transfer_action_id_idx" ON "practice_transfer"("action_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_transfer_practice_id_territory_id_key" ON "practice_transfer"("practice_id", "territory_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_slug_key" ON "group"("slug");

-- CreateIndex
CREATE INDEX "group_territory_id_idx" ON "group"("territory_id");

-- CreateIndex
CREATE INDEX "group_member_user_id_idx" ON "group_member"("user_id");

-- CreateIndex
CREATE INDEX "group_member_stands_for_id_idx" ON "group_member"("stands_for_id");

-- CreateIndex
CREATE INDEX "group_meeting_group_id_idx" ON "group_meeting"("group_id");

-- CreateIndex
CREATE INDEX "review_round_group_id_idx" ON "review_round"("group_id");

-- CreateIndex
CREATE INDEX "round_practice_practice_id_idx" ON "round_practice"("practice_id");

-- CreateIndex
CREATE INDEX "review_practice_id_idx" ON "review"("practice_id");

-- CreateIndex
CREATE INDEX "review_reviewer_id_idx" ON "review"("reviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_round_id_practice_id_reviewer_id_key" ON "review"("round_id", "practice_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "group_decision_meeting_id_idx" ON "group_decision"("meeting_id");

-- CreateIndex
CREATE INDEX "group_decision_practice_id_idx" ON "group_decision"("practice_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_slug_key" ON "plan"("slug");

-- CreateIndex
CREATE INDEX "plan_territory_id_status_idx" ON "plan"("territory_id", "status");

-- CreateIndex
CREATE INDEX "plan_instrument_instrument_id_idx" ON "plan_instrument"("instrument_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_id_position_key" ON "action"("plan_id", "position");

-- CreateIndex
CREATE INDEX "action_lesson_action_id_idx" ON "action_lesson"("action_id");

-- CreateIndex
CREATE INDEX "action_lesson_practice_id_idx" ON "action_lesson"("practice_id");

-- CreateIndex
CREATE INDEX "action_lesson_relation_id_idx" ON "action_lesson"("relation_id");

-- CreateIndex
CREATE INDEX "action_actor_actor_id_idx" ON "action_actor"("actor_id");

-- CreateIndex
CREATE INDEX "action_indicator_action_id_idx" ON "action_indicator"("action_id");

-- CreateIndex
CREATE INDEX "action_note_action_id_idx" ON "action_note"("action_id");

-- CreateIndex
CREATE INDEX "action_territory_territory_id_idx" ON "action_territory"("territory_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_slug_key" ON "activity"("slug");

-- CreateIndex
CREATE INDEX "activity_territory_id_status_idx" ON "activity"("territory_id", "status");

-- CreateIndex
CREATE INDEX "activity_host_id_idx" ON "activity"("host_id");

-- CreateIndex
CREATE INDEX "activity_participant_actor_id_idx" ON "activity_participant"("actor_id");

-- CreateIndex
CREATE INDEX "activity_practice_practice_id_idx" ON "activity_practice"("practice_id");

-- CreateIndex
CREATE INDEX "activity_plan_plan_id_idx" ON "activity_plan"("plan_id");

-- CreateIndex
CREATE INDEX "activity_relation_relation_id_idx" ON "activity_relation"("relation_id");

-- CreateIndex
CREATE INDEX "introduction_territory_id_state_idx" ON "introduction"("territory_id", "state");

-- CreateIndex
CREATE INDEX "introduction_step_actor_id_idx" ON "introduction_step"("actor_id");

-- CreateIndex
CREATE INDEX "introduction_step_relation_id_idx" ON "introduction_step"("relation_id");

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_name" ADD CONSTRAINT "place_name_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territory" ADD CONSTRAINT "territory_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territory" ADD CONSTRAINT "territory_partner_organisation_id_fkey" FOREIGN KEY ("partner_organisation_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_instrument" ADD CONSTRAINT "policy_instrument_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_home_territory_id_fkey" FOREIGN KEY ("home_territory_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor_name" ADD CONSTRAINT "actor_name_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor_identifier" ADD CONSTRAINT "actor_identifier_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation_party" ADD CONSTRAINT "relation_party_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation_party" ADD CONSTRAINT "relation_party_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation_party" ADD CONSTRAINT "relation_party_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation_party" ADD CONSTRAINT "relation_party_home_territory_id_fkey" FOREIGN KEY ("home_territory_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_in_charge_id_fkey" FOREIGN KEY ("in_charge_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_actor" ADD CONSTRAINT "practice_actor_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_actor" ADD CONSTRAINT "practice_actor_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_relation" ADD CONSTRAINT "practice_relation_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_relation" ADD CONSTRAINT "practice_relation_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_transfer" ADD CONSTRAINT "practice_transfer_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_transfer" ADD CONSTRAINT "practice_transfer_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_transfer" ADD CONSTRAINT "practice_transfer_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group" ADD CONSTRAINT "group_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_stands_for_id_fkey" FOREIGN KEY ("stands_for_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_meeting" ADD CONSTRAINT "group_meeting_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_practice" ADD CONSTRAINT "round_practice_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_practice" ADD CONSTRAINT "round_practice_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "group_meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_instrument" ADD CONSTRAINT "plan_instrument_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_instrument" ADD CONSTRAINT "plan_instrument_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "policy_instrument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_lesson" ADD CONSTRAINT "action_lesson_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_lesson" ADD CONSTRAINT "action_lesson_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_lesson" ADD CONSTRAINT "action_lesson_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_actor" ADD CONSTRAINT "action_actor_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_actor" ADD CONSTRAINT "action_actor_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_indicator" ADD CONSTRAINT "action_indicator_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "action_indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_note" ADD CONSTRAINT "action_note_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_territory" ADD CONSTRAINT "action_territory_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_territory" ADD CONSTRAINT "action_territory_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_participant" ADD CONSTRAINT "activity_participant_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_participant" ADD CONSTRAINT "activity_participant_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_practice" ADD CONSTRAINT "activity_practice_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_practice" ADD CONSTRAINT "activity_practice_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_plan" ADD CONSTRAINT "activity_plan_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_plan" ADD CONSTRAINT "activity_plan_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_relation" ADD CONSTRAINT "activity_relation_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_relation" ADD CONSTRAINT "activity_relation_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction_step" ADD CONSTRAINT "introduction_step_introduction_id_fkey" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction_step" ADD CONSTRAINT "introduction_step_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction_step" ADD CONSTRAINT "introduction_step_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------- rules no column type can say

ALTER TABLE "actor"
  ADD CONSTRAINT actor_point_whole CHECK ((longitude IS NULL) = (latitude IS NULL)),
  ADD CONSTRAINT actor_point_range CHECK (longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90),
  ADD CONSTRAINT actor_version CHECK (version > 0);

ALTER TABLE "relation"
  ADD CONSTRAINT relation_started_edtf CHECK (started ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT relation_ended_edtf CHECK (ended ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT relation_renewed_edtf CHECK (renewed ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT relation_version CHECK (version > 0);

ALTER TABLE "relation_party"
  ADD CONSTRAINT relation_party_one_end CHECK (num_nonnulls(actor_id, place_id, country) = 1),
  ADD CONSTRAINT relation_party_named_place CHECK (country IS NOT NULL OR num_nonnulls(place_name, longitude, latitude) = 0),
  ADD CONSTRAINT relation_party_point_whole CHECK ((longitude IS NULL) = (latitude IS NULL));

ALTER TABLE "membership"
  ADD CONSTRAINT membership_scope CHECK (CASE role
    WHEN 'admin' THEN num_nonnulls(territory_id, group_id) = 0
    WHEN 'reviewer' THEN group_id IS NOT NULL AND territory_id IS NULL
    ELSE territory_id IS NOT NULL AND group_id IS NULL
  END);

ALTER TABLE "action_lesson" ADD CONSTRAINT action_lesson_source CHECK (num_nonnulls(practice_id, relation_id) >= 1);
ALTER TABLE "introduction_step" ADD CONSTRAINT introduction_step_one CHECK (num_nonnulls(actor_id, relation_id) = 1);
ALTER TABLE "data_version" ADD CONSTRAINT data_version_one_row CHECK (id = 1);
INSERT INTO "data_version" (id) VALUES (1);

-- ---------------------------------------------------------------- indexes Prisma cannot declare (partial or on expressions)

CREATE INDEX actor_public_point ON "actor" USING gist (point(public_longitude, public_latitude))
  WHERE status = 'published' AND visibility = 'public' AND public_longitude IS NOT NULL;
CREATE INDEX actor_public_label ON "actor" (folded_label, id) WHERE status = 'published' AND visibility = 'public';
CREATE INDEX actor_public_relations ON "actor" (relation_count DESC, folded_label, id) WHERE status = 'published' AND visibility = 'public';
CREATE INDEX relation_public_title ON "relation" (folded_title, id) WHERE status = 'published' AND visibility = 'public';
-- 9-decisions, Identifiers: these schemes name one body in the world; VAT, register and domain are hints only.
CREATE UNIQUE INDEX actor_identifier_unique ON "actor_identifier" (scheme, value)
  WHERE scheme IN ('lei', 'pic', 'oid', 'ror', 'isni', 'wikidata');
CREATE UNIQUE INDEX actor_name_one_original ON "actor_name" (actor_id) WHERE is_original;
CREATE UNIQUE INDEX actor_source_record ON "actor" (source_name, source_record_id) WHERE source_record_id IS NOT NULL;
CREATE UNIQUE INDEX relation_source_record ON "relation" (source_name, source_record_id) WHERE source_record_id IS NOT NULL;
CREATE UNIQUE INDEX relation_party_actor_once ON "relation_party" (relation_id, actor_id) WHERE actor_id IS NOT NULL;
CREATE UNIQUE INDEX relation_party_place_once ON "relation_party" (relation_id, place_id) WHERE place_id IS NOT NULL;
CREATE UNIQUE INDEX revision_one_pending ON "revision" (record_kind, record_id, author_id) WHERE state = 'pending';
CREATE UNIQUE INDEX membership_once ON "membership" (user_id, role, coalesce(territory_id, group_id, '00000000-0000-0000-0000-000000000000'::uuid));

-- ---------------------------------------------------------------- countries of a relation, kept by triggers

CREATE FUNCTION refresh_relation_countries(relation_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "relation" r SET countries = found.countries, is_international = cardinality(found.countries) > 1
  FROM (
    SELECT asked.id, coalesce(array_agg(DISTINCT coalesce(a.country, p.country, rp.country)) FILTER (WHERE rp.relation_id IS NOT NULL), '{}')::text[] AS countries
    FROM unnest(relation_ids) AS asked(id)
    LEFT JOIN "relation_party" rp ON rp.relation_id = asked.id
    LEFT JOIN "actor" a ON a.id = rp.actor_id
    LEFT JOIN "place" p ON p.id = rp.place_id
    GROUP BY asked.id
  ) AS found
  WHERE r.id = found.id AND r.countries IS DISTINCT FROM found.countries
$$;

CREATE FUNCTION relation_party_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_relation_countries(ARRAY(SELECT DISTINCT relation_id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER relation_party_inserted AFTER INSERT ON "relation_party" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION relation_party_changed();
CREATE TRIGGER relation_party_updated AFTER UPDATE ON "relation_party" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION relation_party_changed();
CREATE TRIGGER relation_party_deleted AFTER DELETE ON "relation_party" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION relation_party_changed();

CREATE FUNCTION actor_country_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_relation_countries(ARRAY(
    SELECT DISTINCT rp.relation_id FROM after_change n JOIN before_change o USING (id)
    JOIN "relation_party" rp ON rp.actor_id = n.id WHERE n.country <> o.country
  ));
  RETURN NULL;
END $$;
CREATE TRIGGER actor_country_updated AFTER UPDATE ON "actor" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION actor_country_changed();

-- ---------------------------------------------------------------- the system user, in whose name files are imported

INSERT INTO "user" (id, email, name, system) VALUES ('00000000-0000-7000-8000-000000000001', 'system@localhost', 'System', true);

-- ---------------------------------------------------------------- the audit log only grows

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows';
END $$;
CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

-- ---------------------------------------------------------------- what everyone may see

CREATE VIEW public_actor AS
  SELECT id, slug, territory_id, version, original_language, source_name, source_record_id, source_url, source_licence, source_retrieved_on,
         demo, fictitious, verified_at, published_at, updated_at, kind, folded_label, description, home_territory_id,
         address, postal_code, city, place_id, country, nuts_code, nuts_version, lau,
         public_longitude AS longitude, public_latitude AS latitude, mx, my, mz, precision, coarsened,
         sectors, nace_version, isced_fields, tags, size, employees_band, founded, languages_spoken, target_countries, offers, seeks,
         legal_status, successor_id, parent_id, email, phone, website, relation_count
  FROM "actor" WHERE status = 'published' AND visibility = 'public';

-- 9-decisions, Public: a relation is public only if it is published, public, and all its actors and its holder are public.
CREATE VIEW public_relation AS
  SELECT r.id, r.slug, r.territory_id, r.version, r.original_language, r.source_name, r.source_record_id, r.source_url, r.source_licence, r.source_retrieved_on,
         r.demo, r.fictitious, r.verified_at, r.published_at, r.updated_at, r.type, r.direction, r.state, r.title, r.folded_title, r.description,
         r.started, r.ended, r.renewed, r.started_earliest, r.started_latest, r.ended_earliest, r.ended_latest,
         r.legal_basis, r.programme, r.call, r.project_acronym, r.project_number, r.events_per_year, r.people, r.amount, r.amount_currency, r.amount_year,
         r.themes, r.sectors, r.sdgs, r.holder_id, r.usable_by_firms, r.offer, r.evidence, r.contested, r.countries, r.is_international
  FROM "relation" r
  WHERE r.status = 'published' AND r.visibility = 'public'
    AND NOT EXISTS (
      SELECT FROM "relation_party" rp JOIN "actor" a ON a.id = rp.actor_id
      WHERE rp.relation_id = r.id AND NOT (a.status = 'published' AND a.visibility = 'public')
    )
    AND (r.holder_id IS NULL OR EXISTS (
      SELECT FROM "actor" h WHERE h.id = r.holder_id AND h.status = 'published' AND h.visibility = 'public'
    ));

CREATE VIEW public_relation_party AS
  SELECT rp.relation_id, rp.position, rp.role, rp.actor_id, rp.place_id, coalesce(p.name, rp.place_name) AS place_name,
         coalesce(a.country, p.country, rp.country) AS country,
         coalesce(a.public_longitude, p.longitude, rp.longitude) AS longitude,
         coalesce(a.public_latitude, p.latitude, rp.latitude) AS latitude,
         coalesce(a.home_territory_id, rp.home_territory_id) AS home_territory_id
  FROM "relation_party" rp
  JOIN public_relation r ON r.id = rp.relation_id
  LEFT JOIN "actor" a ON a.id = rp.actor_id
  LEFT JOIN "place" p ON p.id = rp.place_id;

-- Sorting a register by number of relations must not count at reading time.
CREATE FUNCTION refresh_actor_relation_counts(actor_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "actor" a SET relation_count = found.relations
  FROM (
    SELECT asked.id, count(r.id)::integer AS relations
    FROM unnest(actor_ids) AS asked(id)
    LEFT JOIN "relation_party" rp ON rp.actor_id = asked.id
    LEFT JOIN public_relation r ON r.id = rp.relation_id AND r.is_international
    GROUP BY asked.id
  ) AS found
  WHERE a.id = found.id AND a.relation_count <> found.relations
$$;
