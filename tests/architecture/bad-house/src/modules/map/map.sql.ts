import '@/platform/db' // fault: sql-says-only-sql
