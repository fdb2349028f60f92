-- A name carries what ranks it: a search that begins with "san" compares 20,000 names and must not read their places.
DELETE FROM "reference_data" WHERE "name" = 'gazetteer';
DELETE FROM "place_name";

-- DropIndex
DROP INDEX "place_name_folded_idx";

-- AlterTable
ALTER TABLE "place_name" ADD COLUMN     "country" CHAR(2) NOT NULL,
ADD COLUMN     "population" INTEGER NOT NULL;

-- CreateIndex
CREATE INDEX "place_name_folded_country_population_place_id_idx" ON "place_name"("folded", "country", "population", "place_id");
