import 'pg' // fault: entry-packages
