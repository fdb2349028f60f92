import 'pg' // fault: action-packages
import '@/platform/db' // fault: no-database-in-actions
