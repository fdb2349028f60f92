import '@/platform/db' // fault: doors-hold-no-logic
