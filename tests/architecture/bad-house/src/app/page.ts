import '@/platform/db' // fault: app-opens-no-database
