import 'pg' // fault: i18n-packages
